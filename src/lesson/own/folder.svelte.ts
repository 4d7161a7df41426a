/** The folder of the reader's lessons: those that this browser holds, and the one that is open. */
import type { Lesson, LessonStop } from '../../atlas/lesson.ts';
import { saveFile } from '../../quiz/progress/save-file.ts';
import { freshId } from '../keep/shelf.ts';
import type { ViewName } from '../stop.ts';
import { freshLesson } from './blank.ts';
import { type Catalogue, fetchCatalogue } from './catalogue.ts';
import { stopFrom } from './from-address.ts';
import { type OwnLesson, ownLessons } from './lesson.ts';
import { moved } from './order.ts';

export class Folder {
  all = $state.raw<readonly OwnLesson[]>([]);
  /** Id of the open lesson. */
  chosen = $state<string>();
  catalogue = $state.raw<Catalogue>();
  /** A view that was open on the page that the reader comes from. */
  offered = $state.raw<LessonStop>();
  /** What was done last, for the reader. */
  said = $state('');

  readonly lesson = $derived(this.all.find(({ id }) => id === this.chosen));

  /** Opens what is kept and does what the address asks for; `ready`: lessons that one may begin from. */
  async begin(
    catalogue: string,
    ready: Readonly<Record<string, Lesson>>,
    signal: AbortSignal,
  ): Promise<void> {
    this.all = (await ownLessons.all()).sort((a, b) => b.changedAt - a.changedAt);
    this.chosen = this.all[0]?.id;
    const query = new URLSearchParams(location.search);
    const copy = ready[query.get('copy') ?? ''];
    if (copy) await this.add({ ...copy, title: `${copy.title}, my way` });
    try {
      this.catalogue = await fetchCatalogue(catalogue, signal);
    } catch {
      this.said =
        'The list of cases could not be loaded. Reload the page when the network is back.';
      return;
    }
    if (query.has('add')) {
      const of = (query.get('add') || undefined) as ViewName | undefined;
      this.offered = stopFrom(document.referrer, this.catalogue.cases, of);
      if (!this.offered)
        this.said =
          'No view has come along. Copy the address of the page where it is open, and paste it below.';
    }
    if (query.size > 0) history.replaceState(null, '', location.pathname);
  }

  async add(from: Lesson): Promise<OwnLesson> {
    const made = { ...from, id: freshId(), changedAt: Date.now() };
    await this.#keep(made);
    this.chosen = made.id;
    return made;
  }

  /** Changes the open lesson. */
  async change(part: Partial<Lesson>): Promise<void> {
    if (this.lesson) await this.#keep({ ...this.lesson, ...part });
  }

  async #keep(next: OwnLesson): Promise<void> {
    const changed = { ...next, changedAt: Date.now() };
    this.all = this.all.some(({ id }) => id === next.id)
      ? this.all.map((each) => (each.id === next.id ? changed : each))
      : [changed, ...this.all];
    // What lies in the database is plain data.
    if (!(await ownLessons.put($state.snapshot(changed) as OwnLesson)))
      this.said = 'This browser keeps nothing. Export the lesson before you close the page.';
  }

  /** Puts a stop at the end of the open lesson, or of a new one. */
  async take(stop: LessonStop): Promise<void> {
    const into = this.lesson ?? (await this.add(freshLesson()));
    await this.#keep({ ...into, stops: [...into.stops, stop] });
    this.said = `Added as stop ${into.stops.length + 1}.`;
  }

  /** Takes the view at an address; returns whether there is one. */
  async takeFrom(address: string): Promise<boolean> {
    const stop = this.catalogue && stopFrom(address, this.catalogue.cases);
    if (stop) await this.take(stop);
    else this.said = 'This is not the address of a case or of a comparison of this atlas.';
    return stop !== undefined;
  }

  /** Puts a stop at another place; returns whether there is such a place. */
  async shift(from: number, to: number): Promise<boolean> {
    const stops = this.lesson?.stops ?? [];
    if (to < 0 || to >= stops.length || from === to) return false;
    await this.change({ stops: moved(stops, from, to) });
    this.said = `Stop ${from + 1} is stop ${to + 1} now.`;
    return true;
  }

  async changeStop(at: number, stop: LessonStop): Promise<void> {
    await this.change({
      stops: (this.lesson?.stops ?? []).map((each, i) => (i === at ? stop : each)),
    });
  }

  async removeStop(at: number): Promise<void> {
    const stops = this.lesson?.stops ?? [];
    if (stops.length === 1) {
      this.said = 'A lesson has at least one stop; remove the lesson instead.';
      return;
    }
    await this.change({ stops: stops.filter((_, i) => i !== at) });
    this.said = `Stop ${at + 1} is taken out.`;
  }

  async removeLesson(): Promise<void> {
    const { lesson } = this;
    if (!lesson || !confirm(`Remove “${lesson.title}” from this browser?`)) return;
    await ownLessons.remove(lesson.id);
    this.all = this.all.filter(({ id }) => id !== lesson.id);
    this.chosen = this.all[0]?.id;
  }

  async exportFile(): Promise<void> {
    if (!this.lesson) return;
    const { fileNameOf, lessonFile } = await import('./file.ts');
    saveFile(lessonFile(this.lesson), 'application/yaml', fileNameOf(this.lesson));
  }

  async importFile(file: File): Promise<void> {
    try {
      const { lessonInFile } = await import('./file.ts');
      await this.add(lessonInFile(await file.text()));
      this.said = `${file.name} is here now.`;
    } catch (error) {
      this.said = error instanceof Error ? error.message : String(error);
    }
  }
}
