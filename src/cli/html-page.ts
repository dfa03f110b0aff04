import type { Language } from "../engine/model/text.ts";
import { escaped } from "./escaped.ts";

/** A page that stands alone: no script, and nothing loaded from elsewhere. */
export interface HtmlPage {
  readonly language: Language;
  /** As plain text. */
  readonly title: string;
  readonly style: string;
  /** What stands within `<body>`, as HTML. */
  readonly body: string;
}

export function htmlPage({ language, title, style, body }: HtmlPage): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
