/** T26: through whom victims were first detected. */
import { detectionChannels } from '../../../dictionary/code-lists/identification.ts';
import { byField } from '../classify.ts';
import { codeLines, totalOf, unknownLine } from '../lines.ts';
import type { Axis, StatisticPart } from '../standard-statistic.ts';
import { line, sumOf, word } from './outcome-words.ts';
import { identifiedByYear, yearAxis, yearKey } from './years.ts';

/** The authorities and organisations whose work it is noticed her; or she, or somebody near her, came forward. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  proactive: [
    'police_operation',
    'border_check',
    'labour_inspection',
    'social_worker',
    'health_worker',
    'teacher',
    'ngo_outreach',
    'asylum_procedure',
  ],
  reactive: ['self_report', 'helpline', 'family_report', 'client'],
};

const kindOf = (channel: string): string =>
  Object.keys(kinds).find((kind) => kinds[kind]?.includes(channel)) ?? 'elsewhere';

export const detectionKinds = [...Object.keys(kinds), 'elsewhere'] as const;

function kindAxis(): Axis {
  const values = detectionKinds.map((kind) => line(kind));
  const known = sumOf('known', values, 'channelKnown');
  const lines = [...values, known, unknownLine, totalOf([known, unknownLine])];
  return { dimension: 'detectionKind', lines, classify: byField('first_detected_by', lines, kindOf) };
}

/** Every channel, under the kind that it is of. */
function channelAxis(): Axis {
  const channels = codeLines(detectionChannels);
  const sums = detectionKinds.map((kind) =>
    sumOf(
      kind,
      channels.filter(({ key }) => kindOf(key) === kind),
    ),
  );
  const leaves = [...sums, unknownLine];
  const lines = [
    ...sums.flatMap((sum) => [...channels.filter(({ key }) => sum.of?.includes(key)), sum]),
    unknownLine,
    totalOf(leaves),
  ];
  return { dimension: 'detectionChannel', lines, classify: byField('first_detected_by', lines) };
}

export const detection: readonly StatisticPart[] = [
  {
    part: 'years',
    stages: identifiedByYear,
    rows: yearAxis,
    columns: kindAxis(),
    measures: [
      {
        key: 'proactiveShare',
        label: word('proactiveShare'),
        figure: 'percent',
        of: 'shareOfColumns',
        column: 'proactive',
        among: [...detectionKinds],
      },
    ],
    chart: 'lines',
    drawn: 'proactiveShare',
    counted: null,
    percentOf: null,
    unknown: [],
  },
  {
    part: 'channels',
    stages: identifiedByYear,
    rows: channelAxis(),
    columns: yearAxis,
    drawn: yearKey(0),
    counted: null,
    percentOf: null,
    unknown: [],
  },
];
