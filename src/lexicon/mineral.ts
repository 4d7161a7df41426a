import { type Statement, type Term, awaiting, fromReview, verified } from './term.ts';

/** The three mineral types. */
export const mineralIds = [
  'calcium-oxalate',
  'hydroxyapatite',
  'magnesium-hydroxyapatite',
] as const;

/** The id of a mineral type. */
export type MineralId = (typeof mineralIds)[number];

/** What a calcification is made of. BI-RADS has no words for it, hence no labels per edition. */
export interface Mineral extends Term<MineralId> {
  /** The name by number, where the literature has one. */
  readonly typeName: 'type I' | 'type II' | null;
  readonly formula: Statement;
  /** `research`: the evidence conflicts; not a diagnostic category, and shown with that caution. */
  readonly standing: 'established' | 'research';
  readonly inHaematoxylinEosin: Statement;
  readonly underCrossedPolars: Statement;
  /** What finding it means, and what it does not. */
  readonly meaning: readonly Statement[];
}

/** All mineral types, in the order of `mineralIds`. */
export const minerals: readonly Mineral[] = [
  {
    id: 'calcium-oxalate',
    label: 'Calcium oxalate',
    typeName: 'type I',
    short: 'Colourless crystals that shine between crossed polars',
    formula: verified(
      'CaC₂O₄·2H₂O (weddellite, the dihydrate)',
      'logullo2022',
      'weddellite-mineralogy',
    ),
    standing: 'established',
    definition: verified(
      'Calcium oxalate, seen in benign ducts and cysts and often with apocrine metaplasia.',
      'haghayeghi2020',
      'truong-oxalate',
    ),
    inHaematoxylinEosin: verified(
      'Colourless and refractile; takes no haematoxylin and is easily overlooked.',
      'radi1989',
      'truong-oxalate',
      'weddellite-eighteen',
    ),
    underCrossedPolars: verified(
      'Strongly birefringent: bright crystals.',
      'truong-oxalate',
      'hindawi2017',
    ),
    meaning: [
      verified(
        'It strongly favours a benign lesion but does not exclude cancer, which can lie beside it.',
        'frappart1984',
        'winston-oxalate',
        'weddellite-eighteen',
      ),
      verified(
        'Research only: in cell culture and in mice oxalate promoted tumours. The clinical message is unchanged.',
        'castellaro2015',
      ),
    ],
  },
  {
    id: 'hydroxyapatite',
    label: 'Hydroxyapatite',
    typeName: 'type II',
    short: 'Blue-purple calcium phosphate; dark between crossed polars',
    formula: fromReview('Ca₁₀(PO₄)₆(OH)₂'),
    standing: 'established',
    definition: verified(
      'Calcium phosphate as hydroxyapatite, the commonest mineral of benign and of malignant lesions alike.',
      'radi1989',
      'winston-oxalate',
    ),
    inHaematoxylinEosin: verified(
      'Basophilic, blue-purple.',
      'radi1989',
      'truong-oxalate',
      'hindawi2017',
      'wilkinson2016',
    ),
    underCrossedPolars: verified('Not birefringent: dark.', 'radi1989', 'frappart1984'),
    meaning: [
      verified(
        'It does not mean malignant: of 47 lesions with calcium phosphate, 28 were benign and 19 carcinoma.',
        'winston-oxalate',
        'frappart1984',
      ),
      verified(
        'Particles taken out of the tissue look whitish by reflected light; in the stained section they are purple.',
        'frappart1984',
      ),
    ],
  },
  {
    id: 'magnesium-hydroxyapatite',
    label: 'Magnesium-substituted hydroxyapatite',
    typeName: null,
    short: 'Hydroxyapatite with a little magnesium; a research finding',
    formula: awaiting('Ca₁₀₋ₓMgₓ(PO₄)₆(OH)₂, x small'),
    standing: 'research',
    definition: verified(
      'Calcium phosphate in which elemental analysis finds magnesium as well.',
      'scimeca2014',
    ),
    inHaematoxylinEosin: awaiting('Looks like hydroxyapatite.'),
    underCrossedPolars: fromReview('Not birefringent, as hydroxyapatite.'),
    meaning: [
      verified(
        'The evidence conflicts: one study found it in cancers only; magnesium whitlockite was found from benign lesions upwards and rising with malignancy; another study found whitlockite to mark benign lesions.',
        'scimeca2014',
        'scott2016',
        'vanna-raman',
      ),
    ],
  },
];
