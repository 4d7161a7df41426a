/**
 * Turning and mirroring of a pane. Both are behind a button that has to be opened first, and have no key
 * and no gesture: nobody mirrors a mammogram by accident. As long as it does not lie as it was taken, a
 * notice over the picture says so.
 */
import {
  asTaken,
  isAsTaken,
  mirrored,
  type Orientation,
  orientationText,
  turned,
} from '../orientation.ts';
import { button } from './button.ts';
import { words } from './words.ts';

/** What a pane needs for it. */
export interface Turning {
  /** Opens the panel. */
  readonly button: HTMLButtonElement;
  readonly panel: HTMLElement;
  readonly notice: HTMLElement;
  show(orientation: Orientation): void;
}

let count = 0;

/** Builds it; `asked` hears what the reader asks for. `isSided`: of a picture that shows one breast. */
export function createTurning(
  isSided: boolean,
  asked: (orientation: Orientation) => void,
): Turning {
  let orientation = asTaken;
  const panel = document.createElement('div');
  panel.className = 'bench-greys bench-turning';
  panel.id = `bench-turning-${++count}`;
  panel.hidden = true;
  const mirror = button(words.mirror, {
    pressed: false,
    onPress: () => asked(mirrored(orientation)),
  });
  const note = document.createElement('p');
  note.textContent = isSided ? `${words.otherSide} ${words.turningNote}` : words.turningNote;
  panel.append(button(words.turn, { onPress: () => asked(turned(orientation)) }), mirror, note);

  const open = button(words.turning, {
    icon: 'turn',
    onPress() {
      panel.hidden = !panel.hidden;
      open.setAttribute('aria-expanded', String(!panel.hidden));
    },
  });
  open.setAttribute('aria-expanded', 'false');
  open.setAttribute('aria-controls', panel.id);

  const notice = document.createElement('div');
  notice.className = 'bench-not-as-taken';
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  const back = button(words.layAsTaken, {
    onPress() {
      asked(asTaken);
      open.focus();
    },
  });
  notice.append(said, back);

  return {
    button: open,
    panel,
    notice,
    show(next) {
      orientation = next;
      const lies = isAsTaken(next);
      notice.toggleAttribute('data-empty', lies);
      back.hidden = lies;
      said.textContent = lies ? '' : words.notAsTaken(orientationText(next));
      mirror.setAttribute('aria-pressed', String(next.mirrored));
    },
  };
}
