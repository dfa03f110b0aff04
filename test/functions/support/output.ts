import { vi } from "vitest";
import { checkedText } from "../../support/checked-log.ts";

/** Fields of a line of CloudWatch's embedded metric format. */
interface MetricLine {
  readonly _aws: {
    readonly CloudWatchMetrics: readonly {
      readonly Namespace: string;
      readonly Dimensions: readonly (readonly string[])[];
      readonly Metrics: readonly { readonly Name: string }[];
    }[];
  };
}

/** One measured value, as CloudWatch takes it in. */
export interface MetricSeen {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, unknown>>;
  readonly value: unknown;
}

type Line = Readonly<Record<string, unknown>>;

/** Keeps what is written to the process's streams from now on, until it is stopped. */
export function keepOutput() {
  const chunks: string[] = [];
  const write = checkedText((piece) => chunks.push(piece));
  const keep = (chunk: string | Uint8Array) => {
    write(String(chunk));
    return true;
  };
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, "write").mockImplementation(keep),
  );
  return {
    text: () => chunks.join(""),
    stop: () => {
      for (const spy of spies) spy.mockRestore();
      return chunks.join("");
    },
  };
}

function linesOf(text: string): readonly Line[] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line): Line => JSON.parse(line));
}

const OF_EVERY_LINE = ["timestamp", "service", "function", "sampling_rate"];

/** The entries of a function's log: level, message and fields, without when and where. */
export function entriesIn(text: string): readonly Line[] {
  const lines = linesOf(text).filter((line) => !isMetric(line));
  return lines.map((line) =>
    Object.fromEntries(Object.entries(line).filter(([name]) => !OF_EVERY_LINE.includes(name))),
  );
}

/** The values that a function measured. */
export function metricsIn(text: string): readonly MetricSeen[] {
  return linesOf(text).flatMap((line) => {
    if (!isMetric(line)) return [];
    return line._aws.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
      Metrics.map(({ Name }) => ({
        namespace: Namespace,
        name: Name,
        dimensions: Object.fromEntries(Dimensions.flat().map((name) => [name, line[name]])),
        value: line[Name],
      })),
    );
  });
}

function isMetric(line: Line): line is Line & MetricLine {
  return "_aws" in line;
}
