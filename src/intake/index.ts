/** Taking files from outside into the atlas. */
export { type Imported, type ImportRequest, importFile } from './import.ts';
export { type Answers, checkAnswer, type Question, questions } from './request.ts';
