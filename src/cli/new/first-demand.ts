import type { Pack } from "../../engine/model/pack.ts";
import { say, type Text } from "../../engine/model/text.ts";
import { suggest } from "../../pack/suggest.ts";
import { type Asking, answered, type Flags } from "./asking.ts";
import { choiceLines, demandsIn, type FirstDemand } from "./choices.ts";

/** The first requirement of a new service, by its number or name; `null` where no answer comes. */
export function firstDemand(
  asking: Asking,
  flags: Flags,
  pack: Pack,
  city: string,
): Promise<FirstDemand | null> {
  const { terminal, language } = asking;
  const demands = demandsIn(pack, city);
  if (flags.require === undefined) {
    const heading: Text = { id: "Syarat pertama:", en: "The first requirement:" };
    terminal.print(say(heading, language));
    for (const line of choiceLines(demands, language)) terminal.print(line);
  }
  const question: Text = { id: "Nomor atau nama [1]:", en: "Number or name [1]:" };
  return answered(asking, "require", flags.require, question, (answer) => {
    const chosen = answer === "" ? "1" : answer;
    const demand = demands.find(({ name }, index) => name === chosen || `${index + 1}` === chosen);
    return demand === undefined ? noSuchDemand(chosen, demands, pack) : { value: demand };
  });
}

function noSuchDemand(chosen: string, demands: readonly FirstDemand[], pack: Pack): Text {
  const names = demands.map(({ name }) => name);
  if (pack.facts.has(chosen)) {
    return {
      id: `"${chosen}" bukan data ya/tidak, jadi belum dapat menjadi syarat pertama. Pilih yang lain, lalu tulis syarat itu sendiri dalam berkasnya. Yang dapat dipilih: ${names.join(", ")}.`,
      en: `"${chosen}" is no yes/no fact, so it cannot be the first requirement. Choose another, then write that requirement into the file yourself. There are: ${names.join(", ")}.`,
    };
  }
  const meant = suggest(chosen, names);
  if (meant === null) {
    return {
      id: `"${chosen}" tidak ada. Pilih: ${names.join(", ")}.`,
      en: `There is no "${chosen}". Choose: ${names.join(", ")}.`,
    };
  }
  return {
    id: `"${chosen}" tidak ada. Mungkin maksudnya "${meant}"?`,
    en: `There is no "${chosen}". Did you mean "${meant}"?`,
  };
}
