import { type Language, say } from "../../engine/model/text.ts";
import type { ProgressStream } from "../bulk/tell-progress.ts";

/** Tells how many rows are written, on one line that is written over; on a terminal only. */
export interface RowsTeller {
  readonly tell: (written: number) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

const CLEAR = "\r\u001b[K";
const EVERY_MILLISECONDS = 250;

/** @param now milliseconds of a clock that never goes back */
export function rowsTeller(
  rows: number,
  language: Language,
  stream: ProgressStream,
  now: () => number = () => performance.now(),
): RowsTeller {
  const since = now();
  let last: number | null = null;
  return {
    tell: (written) => {
      const time = now();
      if (stream.isTTY !== true || (last !== null && time - last < EVERY_MILLISECONDS)) return;
      last = time;
      const seconds = (time - since) / 1000;
      const rate = Math.round(written / Math.max(seconds, 0.001));
      const left = Math.ceil((rows - written) / Math.max(rate, 1));
      const percent = Math.floor((written / rows) * 100);
      const text = {
        id: `menulis ${percent}%, ${rate} baris/detik, kira-kira ${left} detik lagi`,
        en: `writing ${percent}%, ${rate} rows/s, about ${left} seconds left`,
      };
      stream.write(CLEAR + say(text, language));
    },
    end: () => {
      if (last !== null) stream.write(CLEAR);
      last = null;
    },
  };
}
