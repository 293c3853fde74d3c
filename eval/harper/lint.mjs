// Texts as a JSON list on standard input; on standard output, for each, a list of [rule, words].
import { readFileSync } from "node:fs";
import { Dialect, LocalLinter } from "harper.js";
import { binaryInlined } from "harper.js/binaryInlined";

const KINDS = new Set(["Agreement", "Grammar", "Repetition", "Punctuation", "Capitalization"]);

const linter = new LocalLinter({ binary: binaryInlined, dialect: Dialect.British });
await linter.setup();
const rules = await linter.getDefaultLintConfig();
await linter.setLintConfig({ ...rules, SpellCheck: false, SpelledNumbers: false, LongSentences: false });

const found = [];
for (const text of JSON.parse(readFileSync(0, "utf8"))) {
  const lints = await linter.lint(text, { language: "plaintext" });
  const kept = lints.filter((lint) => KINDS.has(lint.lint_kind()));
  found.push(kept.map((lint) => [lint.lint_kind(), lint.get_problem_text()]));
}
process.stdout.write(JSON.stringify(found));
