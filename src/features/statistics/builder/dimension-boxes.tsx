import { useRef, useState } from 'react';
import type { DesignDimension, DesignOffer, TableDesign } from '#shared/contract/table-design.ts';
import { Box } from './box.tsx';
import { ClassesDialog } from './classes-dialog.tsx';
import { DimensionChip } from './dimension-chip.tsx';
import {
  addDimension,
  dimensionKey,
  dimensionOf,
  dimensionsAt,
  moveDimension,
  type Place,
  places,
  removeDimension,
  replaceDimension,
  type Step,
} from './draft.ts';
import { addOf, FieldChooser } from './field-chooser.tsx';
import { fieldsInReach, isField, type OfferedUnit } from './offer.ts';
import type { DesignWords } from './use-design-words.ts';

type DimensionBoxesProps = {
  offer: DesignOffer;
  unit: OfferedUnit;
  design: TableDesign;
  words: DesignWords;
  help: string;
  /** Takes the step, says what happened or why it cannot be, and puts the keyboard on what this selects. */
  onStep: (step: Step, said: string, focus: string | null) => void;
};

interface Spot {
  readonly place: Place;
  readonly at: number;
}

/** Rows, columns and layers with their fields. */
export function DimensionBoxes({ offer, unit, design, words, help, onStep }: DimensionBoxesProps) {
  const { t } = words;
  const dragged = useRef<Spot | null>(null);
  const [classesOf, setClassesOf] = useState<Spot | null>(null);
  const fields = fieldsInReach(offer, unit).filter(({ by }) => by.length > 0);
  const say = (what: 'added' | 'moved' | 'removed' | 'changed', dimension: DesignDimension, place: Place): string =>
    t(`builder:said.${what}`, { field: words.dimension(dimension), box: t(`builder:box.${place}`) });

  const move = (from: Spot, to: Place, position?: number): void => {
    const dimension = dimensionsAt(design, from.place)[from.at];
    if (dimension === undefined) return;
    onStep(moveDimension(design, from.place, from.at, to, position), say('moved', dimension, to), chipOf(dimension));
  };
  const replace = ({ place, at }: Spot, dimension: DesignDimension): void =>
    onStep(replaceDimension(design, place, at, dimension), say('changed', dimension, place), chipOf(dimension));
  const edited = classesOf === null ? undefined : dimensionsAt(design, classesOf.place)[classesOf.at];

  return (
    <>
      {places.map((place) => {
        const there = dimensionsAt(design, place);
        return (
          <Box
            add={
              <FieldChooser
                box={place}
                fields={fields}
                name={t(`builder:addTo.${place}`)}
                onChoose={(field) => {
                  const dimension = freeWay(design, place, field);
                  if (dimension === null) return;
                  onStep(addDimension(design, place, dimension), say('added', dimension, place), null);
                }}
                unit={unit}
                words={words}
              />
            }
            empty={t('builder:dropHere')}
            hasContent={there.length > 0}
            key={place}
            onDrop={(position) => {
              if (dragged.current !== null) move(dragged.current, place, position);
              dragged.current = null;
            }}
            title={t(`builder:box.${place}`)}
          >
            {there.map((dimension, at) => (
              <DimensionChip
                acts={{
                  remove: () =>
                    onStep(removeDimension(design, place, at), say('removed', dimension, place), addOf(place)),
                  moveTo: (other) => move({ place, at }, other),
                  shift: (step) => {
                    if (there[at + step] !== undefined) move({ place, at }, place, at + step);
                  },
                  breakDown: (by) => {
                    const field = fields.find(isField(dimension));
                    const other = field === undefined ? null : dimensionOf(field, by);
                    if (other !== null) replace({ place, at }, other);
                  },
                  editClasses: () => setClassesOf({ place, at }),
                  drag: (event) => {
                    event.dataTransfer.effectAllowed = 'move';
                    event.dataTransfer.setData('text/plain', words.dimension(dimension));
                    dragged.current = { place, at };
                  },
                }}
                at={at}
                dimension={dimension}
                help={help}
                key={dimensionKey(dimension)}
                of={there.length}
                place={place}
                ways={fields.find(isField(dimension))?.by ?? []}
                words={words}
              />
            ))}
          </Box>
        );
      })}
      {classesOf !== null && edited !== undefined && (
        <ClassesDialog
          bounds={edited.bounds ?? fields.find(isField(edited))?.bounds ?? []}
          onApply={(bounds) => {
            replace(classesOf, { ...edited, bounds });
            setClassesOf(null);
          }}
          onClose={() => setClassesOf(null)}
          title={t('builder:classes.title', { field: words.field(edited) })}
          words={words}
        />
      )}
    </>
  );
}

const chipOf = (dimension: DesignDimension): string => `[data-chip="${dimensionKey(dimension)}"]`;

/** The first way of the field that does not stand in the table yet, such as groups beside single answers. */
function freeWay(design: TableDesign, place: Place, field: Parameters<typeof dimensionOf>[0]): DesignDimension | null {
  const ways = field.by.map((by) => dimensionOf(field, by)).filter((each) => each !== null);
  return ways.find((each) => addDimension(design, place, each) !== 'twice') ?? ways[0] ?? null;
}
