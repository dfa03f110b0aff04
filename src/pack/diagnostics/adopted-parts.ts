import { quote } from "./words.ts";

/** A part that a seal covers, such as `requirements/bpjs-aktif/title`, as people say it. */
export function partInWords(part: string): { readonly id: string; readonly en: string } {
  const [kind = "", id = "", aspect = "", ...rest] = part.split("/");
  const own = quote(id);
  const detail = quote(rest.join("/"));
  switch (kind) {
    case "requirements":
      if (id === "") return { id: "urutan persyaratan", en: "the order of the requirements" };
      return aspect === ""
        ? { id: `persyaratan ${own}`, en: `the requirement ${own}` }
        : {
            id: `${quote(aspect)} persyaratan ${own}`,
            en: `${quote(aspect)} of the requirement ${own}`,
          };
    case "grants":
      if (id === "") return { id: "urutan pemberian", en: "the order of the grants" };
      return aspect === ""
        ? { id: `pemberian ${own}`, en: `the grant ${own}` }
        : { id: `${quote(aspect)} pemberian ${own}`, en: `${quote(aspect)} of the grant ${own}` };
    case "conditions":
      return { id: `kondisi bersama ${own}`, en: `the shared condition ${own}` };
    case "facts":
      return aspect === ""
        ? { id: `fakta ${own}`, en: `the fact ${own}` }
        : { id: `kode ${detail} dari fakta ${own}`, en: `the code ${detail} of the fact ${own}` };
    case "groups":
      return aspect === ""
        ? { id: `grup ${own}`, en: `the group ${own}` }
        : {
            id: `fakta ${detail} dalam grup ${own}`,
            en: `the fact ${detail} in the group ${own}`,
          };
    case "sources":
      return { id: `sumber ${own}`, en: `the source ${own}` };
    case "parameters":
      if (aspect === "values") {
        return {
          id: `nilai parameter ${own} mulai ${rest.join()}`,
          en: `the value of the parameter ${own} from ${rest.join()}`,
        };
      }
      return aspect === ""
        ? { id: `parameter ${own}`, en: `the parameter ${own}` }
        : {
            id: `sumber ${detail} dari parameter ${own}`,
            en: `the source ${detail} of the parameter ${own}`,
          };
    default:
      return { id: quote(kind), en: quote(kind) };
  }
}
