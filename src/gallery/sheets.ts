/** The cards of the cases, a sheet at a time: every sheet is a page of the list as it is without script. */

/** So many cards stand on a page. */
export const sheetSize = 24;

/** Cards by the place of their case. */
export interface Sheets {
  /** The cards at these places, in their order. Rejects where a sheet cannot be fetched. */
  cards(places: readonly number[]): Promise<HTMLElement[]>;
}

/** Reads the first sheet from the page, and fetches the others when their cards are asked for. */
export function openSheets(list: HTMLElement, addressOf: (page: number) => string): Sheets {
  const sheets = new Map([[0, Promise.resolve(cardsIn(list))]]);

  function sheet(at: number): Promise<HTMLElement[]> {
    const found = sheets.get(at) ?? fetchCards(addressOf(at + 1));
    sheets.set(at, found);
    found.catch(() => sheets.delete(at));
    return found;
  }

  return {
    async cards(places) {
      const needed = [...new Set(places.map((place) => Math.floor(place / sheetSize)))];
      const found = new Map(
        await Promise.all(needed.map(async (at) => [at, await sheet(at)] as const)),
      );
      return places.flatMap(
        (place) => found.get(Math.floor(place / sheetSize))?.[place % sheetSize] ?? [],
      );
    },
  };
}

const cardsIn = (list: ParentNode) => [...list.querySelectorAll<HTMLElement>('[data-card]')];

async function fetchCards(address: string): Promise<HTMLElement[]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The cases are answered with ${answer.status}.`);
  return cardsIn(new DOMParser().parseFromString(await answer.text(), 'text/html'));
}
