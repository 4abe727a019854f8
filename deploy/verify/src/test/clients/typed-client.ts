// A client of the register with the types that openapi-typescript makes from the OpenAPI document.
// It only has to compile: `tsc --strict` checks that the types say what a client needs.
import type { components, operations, paths } from "./openapi";

type Member = components["schemas"]["Member"];
type Query = NonNullable<operations["listMembers"]["parameters"]["query"]>;
type Page = operations["listMembers"]["responses"]["200"]["content"]["application/json"];
type Change = components["schemas"]["NewMembershipChange"];
type Recorded = components["schemas"]["Recorded"];
type Problem = components["schemas"]["Problem"];

const query: Query = { on: "2005-07-06", limit: 50 };

async function members(origin: string, organization: string): Promise<Member[]> {
  const path: keyof paths = "/api/organizations/{organization}/members";
  const url = new URL(path.replace("{organization}", organization), origin);
  Object.entries(query).forEach(([name, value]) => url.searchParams.set(name, String(value)));
  const response = await fetch(url);
  if (!response.ok) {
    const problem: Problem = await response.json();
    throw new Error(`${problem.status}: ${problem.title}`);
  }
  const page: Page = await response.json();
  return page.items;
}

// Fields that are always there need no check. A field that can be null needs one.
function describe(member: Member): string {
  const until: string = member.until === null ? "now" : member.until.edtf;
  const sources: string[] = member.sources.map((source) => source.title ?? source.document ?? "");
  return `${member.name} (${member.status}) from ${member.since.edtf} to ${until}: ${sources.join("; ")}`;
}

// @ts-expect-error The party is required.
const withoutParty: Change = { change: "accession", effective: "2001-06-15", sources: [{ title: "Declaration" }] };

// @ts-expect-error There is no such kind of change.
const unknownChange: Change["change"] = "joining";

async function record(origin: string, token: string, change: Change): Promise<string> {
  const response = await fetch(new URL("/api/organizations/sco/membership-changes", origin), {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify(change),
  });
  const recorded: Recorded = await response.json();
  return recorded.location;
}

export { describe, members, record, unknownChange, withoutParty };
