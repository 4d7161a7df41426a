/** All items as a table for a spreadsheet. Pure. */
import { csvLine } from '../progress/csv.ts';
import { answerOf, offeredBy, type PaperItem } from './paper-item.ts';

const columns = [
  'item',
  'kind',
  'question',
  'offered',
  'answer',
  'explanation',
  'category',
  'images',
];

/** RFC 4180, UTF-8, one line an item. */
export function itemsCsv(items: readonly PaperItem[]): string {
  const rows = items.map((each) => {
    const { item, images } = each;
    const { answer, why, key } = answerOf(each);
    return [
      ...[item.id, item.asked.kind, item.asked.prompt, offeredBy(item.asked).join(' | ')],
      ...[answer, why, key.category, images.map(({ file }) => file).join(' ')],
    ];
  });
  return [columns, ...rows].map(csvLine).join('');
}
