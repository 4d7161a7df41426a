/** `<atlas-resume>`: the way back into a session that was broken off not long ago. */

/** After this a session is history. */
const freshMs = 12 * 3_600_000;

class AtlasResume extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const { lesson = '', stage = '' } = this.dataset;
    const { keptSessions } = await import('./keep/sessions.ts');
    const all = (await keptSessions()).filter((each) => each.lesson === lesson && each.stop > 0);
    const [last] = all.sort((a, b) => b.changedAt - a.changedAt);
    if (!last || Date.now() - last.changedAt > freshMs) return;
    const link = document.createElement('a');
    link.href = `${stage}?session=${last.id}&stop=${last.stop + 1}`;
    link.textContent = `Go on with the session at stop ${last.stop + 1}`;
    const minutes = Math.round((Date.now() - last.changedAt) / 60_000);
    this.replaceChildren(link, minutes < 1 ? ', left just now.' : `, left ${minutes} min ago.`);
  }
}

if (!customElements.get('atlas-resume')) customElements.define('atlas-resume', AtlasResume);
