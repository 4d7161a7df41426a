/** A lesson to begin from, with a stop of every kind and what may be said of each. It is right as it stands. */
export const lessonExample = (
  title: string,
): string => `# yaml-language-server: $schema=../schemas/lessons.schema.json
# A lesson: stops in their order, each given from the stage and its presenter window.
# Check it with: npm run atlas -- check
title: ${JSON.stringify(title)}
summary: One sentence for the list of lessons.
stops:
  # title: what the room sees while it comes in.
  - kind: title
    title: ${JSON.stringify(title)}
    text: A line below it, if you like
    minutes: 1 # planned; the presenter window shows how late you are
    notes: >-
      Notes are for you alone. Every stop can have them.

  # text: a heading, and a text or up to five points. Short: the back row has to read it.
  - kind: text
    title: Three questions
    points:
      - Is there a shape?
      - Is any particle a line?
      - How large are they?
    references: [fhir-breast-radiology] # keys of content/references.json, shown to you and on the hand-out

  # question, before: hands are counted, nothing is told.
  - kind: question
    question: which-word-for-the-group # a file of content/questions
    vote: before # once (as usual), before, or after
    minutes: 2

  # view: one view of a case. Without a place the whole of it.
  - kind: view
    case: recalled-at-57 # a file of content/cases
    view: magnification-cc
    place: { xMm: 24, yMm: 25, widthMm: 40 } # as "look" has it in the address of the case
    grey: { black: 30, white: 85 } # the window: shades shown black and white, 0 to 100
    caption: What the stage says below it
    marks: true # one more press marks the calcifications
    minutes: 2

  # compare: two views, of one case or of two.
  - kind: compare
    views:
      - { case: recalled-at-57, view: cc }
      - { case: recalled-at-57, view: mlo }
    layout: hanging # beside (as usual), hanging, or curtain
    linked: true # whether they move together

  # story: what a case tells of itself; with stop: 3 its third stop alone.
  - kind: story
    case: recalled-at-57
    stop: 7

  # A question that a case asks by itself: <case>-<view>-<morphology, distribution or mineral>.
  - kind: question
    question: recalled-at-57-magnification-cc-morphology
    among: [fine-linear, fine-pleomorphic, vascular] # up to eight terms, the right one among them

  # diagram: a drawing of the book.
  - kind: diagram
    diagram: missing-calcifications
    caption: Harmless steps first

  # pause.
  - kind: pause
    text: Five minutes; look at the plate at the door
    minutes: 5

  # question, after: the same again, with both rounds shown at the reveal.
  - kind: question
    question: which-word-for-the-group
    vote: after
    minutes: 2
`;
