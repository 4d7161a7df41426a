/**
 * One progress for all pages of a copy, also where every file is an origin of its own (Firefox). A file
 * has storage that is its own wherever it is opened, also as a frame in other pages: so a small frame
 * keeps the answers of all pages, and each page brings its own database up to it and tells it what is
 * new. Where pages share their storage anyway, the frame sees the page's and nothing more is done.
 * A classic script, loaded by the runtime on pages that ask questions.
 */
(() => {
  interface Attempt {
    id: string;
    at: number;
  }
  /** What is used of the store of `quiz/progress`. */
  interface Store {
    read(): Promise<{ attempts: Attempt[] }>;
    add(attempts: readonly Attempt[]): Promise<unknown>;
    clear(): Promise<void>;
  }
  interface Answer {
    kind: string;
    mark: string | null;
    attempts: Attempt[];
    clearedAt: number;
    full: boolean;
  }

  const mark = 'atlas:shared';
  const patienceMs = 3000;
  const notKept =
    'This browser keeps what you answer here for this page of the copy only. Chrome, Edge or Chromium keep the answers of all its pages together.';

  const say = (sentence: string) => {
    const note = document.createElement('p');
    note.setAttribute('role', 'status');
    note.textContent = sentence;
    document.querySelector('main')?.prepend(note);
  };

  /** Opens the frame; `changed` is called when another page has told it something. */
  const openFrame = (address: string, changed: () => void) => {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    frame.title = 'Keeps the answers of all pages';
    const waiting: ((answer: Answer) => void)[] = [];
    addEventListener('message', ({ source, data }: MessageEvent<Answer>) => {
      if (source !== frame.contentWindow) return;
      if (data.kind === 'changed') changed();
      else waiting.shift()?.(data);
    });
    const answered = () => {
      const answer = new Promise<Answer>((resolve, reject) => {
        waiting.push(resolve);
        setTimeout(() => reject(new Error('The frame does not answer.')), patienceMs);
      });
      return answer;
    };
    return {
      open: () => {
        const ready = answered();
        frame.src = address;
        document.body.append(frame);
        return ready;
      },
      // The frame is of another origin, which has no name: no other address can be given.
      tell: (message: object) => {
        const answer = answered();
        frame.contentWindow?.postMessage(message, '*');
        return answer;
      },
      close: () => frame.remove(),
    };
  };

  const link = async (frameAddress: string, findStore: () => Promise<Store>) => {
    const channel = new BroadcastChannel('progress');
    let store: Store | undefined;
    let known = 0;

    const take = async ({ attempts, clearedAt }: Answer) => {
      if (!store) return;
      const own = (await store.read()).attempts;
      const fresh = own.filter(({ at }) => at >= clearedAt);
      if (fresh.length < own.length) {
        await store.clear();
        await store.add(fresh);
      }
      await store.add(attempts);
      known = (await store.read()).attempts.length;
    };
    const told = async () => {
      if (!store) return;
      const { attempts } = await store.read();
      const wasCleared = known > 0 && attempts.length === 0;
      known = attempts.length;
      const { full } = await frame.tell(wasCleared ? { clearedAt: Date.now() } : { attempts });
      if (full) say(notKept);
    };
    const frame = openFrame(frameAddress, async () => {
      await take(await frame.tell({}));
      channel.postMessage('changed');
    });

    try {
      const token = String(Math.random());
      localStorage.setItem(mark, token);
      const first = await frame.open();
      if (first.mark === token) return frame.close();
      store = await findStore();
      await take(first);
      await told();
      channel.addEventListener('message', () => told().catch(() => say(notKept)));
      channel.postMessage('changed');
    } catch {
      say(notKept);
    }
  };
  Object.assign((globalThis as unknown as { __atlas: object }).__atlas, { link });
})();
