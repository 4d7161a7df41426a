import { createInterface } from 'node:readline/promises';
import { checkAnswer, type Question, questions } from '../intake/index.ts';

/** Asks questions at the terminal, each until its answer will do. Ends when the signal is aborted. */
export function asker(signal: AbortSignal): (question: Question, note?: string) => Promise<string> {
  return async (question, note) => {
    if (note) console.log(note);
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    const ended = new Promise<never>((_, reject) => {
      terminal.once('close', () => reject(new Error('No answer was given; nothing was imported.')));
      // In a terminal's raw mode Ctrl-C reaches the line, not the process.
      terminal.once('SIGINT', () => process.emit('SIGINT', 'SIGINT'));
    });
    try {
      for (;;) {
        const line = terminal.question(`${questions[question]}: `, { signal });
        const answer = (await Promise.race([line, ended])).trim();
        try {
          checkAnswer(question, answer);
          return answer;
        } catch (error) {
          console.log(error instanceof Error ? error.message : String(error));
        }
      }
    } finally {
      ended.catch(() => {});
      terminal.close();
    }
  };
}
