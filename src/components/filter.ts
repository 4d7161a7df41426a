/**
 * Makes the controls of a list show only what they choose: a select its `data-` value of the name of the
 * control, a search field what holds its words. `[role=status]` tells how many are left.
 */
export function bindFilter(list: HTMLElement): void {
  const controls = [
    ...list.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-filter]'),
  ];
  const items = [...list.querySelectorAll<HTMLElement>('[data-item]')];
  const status = list.querySelector('[role="status"]');
  const texts = new Map(items.map((item) => [item, item.textContent?.toLowerCase() ?? '']));

  const fits = (item: HTMLElement) =>
    controls.every(({ type, name, value }) => {
      if (value === '') return true;
      if (type !== 'search') return item.dataset[name] === value;
      const words = value.toLowerCase().split(/\s+/).filter(Boolean);
      return words.every((word) => texts.get(item)?.includes(word));
    });
  const show = () => {
    for (const item of items) item.hidden = !fits(item);
    const left = items.filter((item) => !item.hidden).length;
    if (status) status.textContent = `${left} of ${items.length}`;
  };
  for (const control of controls) control.addEventListener('input', show);
  show();
}
