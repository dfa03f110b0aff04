import { median } from "./median.ts";
import { quartiles } from "./quartiles.ts";

/** Something to time: `run` does it so many times. */
export interface Subject {
  readonly name: string;
  readonly run: (count: number) => void | Promise<void>;
}

/** How one subject did: nanoseconds for one run, and how many times the reference's. */
export interface Measured {
  readonly name: string;
  readonly nanoseconds: number;
  readonly ratio: number;
  /** How many runs were timed in each round. */
  readonly count: number;
  /** Of every round, for ratios between subjects. */
  readonly rounds: readonly number[];
  /** The first and the third quartile of the ratio, over the rounds. */
  readonly spread: readonly [number, number];
}

export interface Effort {
  readonly rounds: number;
  /** Each subject runs about so long in each round. */
  readonly milliseconds: number;
  /** A subject never runs more often than this in one round. */
  readonly most: number;
}

/**
 * Times all subjects in interleaved rounds, so that whatever else the machine does meets them
 * alike, and gives medians over the rounds. The first subject is the reference.
 */
export async function measure(subjects: readonly Subject[], effort: Effort): Promise<Measured[]> {
  const counts: number[] = [];
  for (const subject of subjects) counts.push(await warmUp(subject, effort));
  const times: number[][] = subjects.map(() => []);
  for (let round = 0; round < effort.rounds; round++) {
    for (const [index, subject] of subjects.entries()) {
      const count = counts[index] ?? 1;
      times[index]?.push((await timed(subject, count)) / count);
    }
  }
  const reference = times[0] ?? [];
  return subjects.map(({ name }, index) => {
    const rounds = times[index] ?? [];
    const count = counts[index] ?? 1;
    const ratios = ratiosOf(rounds, reference);
    const [first, ratio, third] = quartiles(ratios);
    return { name, nanoseconds: median(rounds), ratio, count, rounds, spread: [first, third] };
  });
}

/** The median of what each round says, as one round's times were taken side by side. */
export function ratioOf(rounds: readonly number[], reference: readonly number[]): number {
  return median(ratiosOf(rounds, reference));
}

function ratiosOf(rounds: readonly number[], reference: readonly number[]): readonly number[] {
  return rounds.map((time, round) => time / (reference[round] ?? Number.NaN));
}

/** Runs a subject until it is compiled, and finds how often it runs in the time it has. */
async function warmUp(subject: Subject, { milliseconds, most }: Effort): Promise<number> {
  let count = 1;
  let spent = 0;
  for (let turn = 0; turn < 60 && spent < 20 * milliseconds; turn++) {
    const time = (await timed(subject, count)) / 1e6;
    spent += time;
    const fitting = Math.floor(count * (milliseconds / Math.max(time, 0.001)));
    count = Math.max(1, Math.min(most, fitting, count * 10));
  }
  return count;
}

/**
 * Processor time of all threads, garbage collection among it: unlike the time on the clock, it says
 * the same when other programs want the processor too.
 */
async function timed(subject: Subject, count: number): Promise<number> {
  const before = process.cpuUsage();
  await subject.run(count);
  const { user, system } = process.cpuUsage(before);
  return (user + system) * 1000;
}
