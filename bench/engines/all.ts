import { ajv } from "./ajv.ts";
import { cedar } from "./cedar.ts";
import type { Entrant } from "./engine.ts";
import { feelin } from "./feelin.ts";
import { handwritten } from "./handwritten.ts";
import { jsonLogic } from "./json-logic.ts";
import {
  jsonRulesEngine,
  jsonRulesEngineFlat,
  jsonRulesEngineResolver,
} from "./json-rules-engine.ts";
import { layakExplained, layakFull, layakFullWithCheck, layakLean } from "./layak.ts";
import { layakModule } from "./layak-module.ts";
import { publicodes } from "./publicodes.ts";
import { zen } from "./zen.ts";

/** The reference first. */
export const ENTRANTS: readonly Entrant[] = [
  handwritten,
  layakModule,
  layakLean,
  layakFull,
  layakFullWithCheck,
  layakExplained,
  jsonLogic,
  ajv,
  jsonRulesEngineFlat,
  jsonRulesEngineResolver,
  jsonRulesEngine,
  zen,
  cedar,
  publicodes,
  feelin,
];
