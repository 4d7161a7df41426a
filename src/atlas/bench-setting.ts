/** What stories and lessons may ask of a bench: a place, a calcification, a section, the stage. */
import { z } from '../lexicon/schema.ts';

/** A place in a view, in millimetres from its upper left corner. */
export const placeFields = {
  xMm: z.number().min(0).max(1000).meta({ title: 'middle of the place, from the left edge' }),
  yMm: z.number().min(0).max(1000).meta({ title: 'middle of the place, from the upper edge' }),
  widthMm: z.number().positive().max(1000).meta({ title: 'width of what is shown' }),
};

/** How the bench is set; what is left out is as the case has it. */
export const settingFields = {
  speck: z.number().int().min(1).optional().meta({ title: 'calcification to follow, by number' }),
  depthUm: z
    .number()
    .int()
    .min(0)
    .max(20_000)
    .multipleOf(50)
    .optional()
    .meta({ title: 'section to cut, below the face of the block' }),
  stageDeg: z.number().int().min(0).max(359).optional().meta({ title: 'how the stage stands' }),
};
