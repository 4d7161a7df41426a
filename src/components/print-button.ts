/** The button that prints: on paper everything is seen at once, also what one has not yet come to. */
document.querySelector('[data-print]')?.addEventListener('click', () => {
  for (const image of document.querySelectorAll('img')) image.loading = 'eager';
  print();
});
