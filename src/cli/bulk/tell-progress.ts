import type { Progress } from "../../bulk/watched.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";

/** Tells how far a run is, on one line that is written over; on a terminal only. */
export interface ProgressTeller {
  readonly tell: (progress: Progress) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

/** Where progress goes: a terminal's stream of trouble, so that results stay clean. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

const CLEAR = "\r\u001b[K";

/** @param now milliseconds of a clock that never goes back */
export function progressTeller(
  language: Language,
  stream: ProgressStream,
  now: () => number = () => performance.now(),
): ProgressTeller {
  let stage: Progress["stage"] | null = null;
  let since = 0;
  let shown = false;
  return {
    tell: (progress) => {
      if (stream.isTTY !== true) return;
      if (progress.stage !== stage) {
        stage = progress.stage;
        since = now();
      }
      stream.write(CLEAR + say(lineOf(progress, (now() - since) / 1000), language));
      shown = true;
    },
    end: () => {
      if (shown) stream.write(CLEAR);
      shown = false;
    },
  };
}

const WORDS = {
  decide: { id: "memutuskan", en: "deciding" },
  write: { id: "menulis", en: "writing" },
} as const;

function lineOf({ stage, percentage, bytes, rows }: Progress, seconds: number): Text {
  const { id, en } = WORDS[stage];
  const share = percentage / 100;
  if (!(share > 0) || seconds <= 0) return { id: `${id} …`, en: `${en} …` };
  const left = Math.ceil((seconds * (1 - share)) / share);
  const percent = Math.floor(percentage);
  const rate = rateOf(rows, bytes * share, seconds);
  return {
    id: `${id} ${percent}%, ${rate.id}/detik, kira-kira ${left} detik lagi`,
    en: `${en} ${percent}%, ${rate.en}/s, about ${left} seconds left`,
  };
}

/** Rows a second, and megabytes where rows are not counted. */
function rateOf(rows: number | undefined, bytes: number, seconds: number) {
  if (rows === undefined) {
    const rate = `${(bytes / seconds / 1e6).toFixed(1)} MB`;
    return { id: rate, en: rate };
  }
  const rate = Math.round(rows / seconds);
  return { id: `${rate.toLocaleString("id")} baris`, en: `${rate.toLocaleString("en")} rows` };
}
