/** How a part of the test run ended, and what of it failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped?: number;
  readonly failures?: readonly string[];
}

interface UnitReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numRuntimeErrorTestSuites?: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** What Vitest's report in JSON says. Throws a SyntaxError where it was cut short. */
export function unitTally(text: string): Tally {
  const report: UnitReport = JSON.parse(text);
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [`${name}: ${message}`] : [];
    return failed.map((test) => `${name}: ${test.fullName}\n  ${test.failureMessages[0] ?? ''}`);
  });
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + (report.numRuntimeErrorTestSuites ?? 0),
    skipped: report.numPendingTests,
    failures,
  };
}

interface Suite {
  readonly specs: readonly {
    readonly title: string;
    readonly file: string;
    readonly line: number;
    readonly tests: readonly { readonly status: string }[];
  }[];
  readonly suites?: readonly Suite[];
}

const specsOf = (suites: readonly Suite[]): Suite['specs'] =>
  suites.flatMap((suite) => [...suite.specs, ...specsOf(suite.suites ?? [])]);

/** What Playwright's report in JSON says: what passed only when tried again has passed, and is named. */
export function browserTally(text: string): Tally & { readonly flaky: readonly string[] } {
  const { stats, suites, errors } = JSON.parse(text);
  const endedAs = (status: string) =>
    specsOf(suites)
      .filter(({ tests }) => tests.some((test) => test.status === status))
      .map(({ file, line, title }) => `${file}:${line}: ${title}`);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    failures: [...endedAs('unexpected'), ...errors.map(({ message }: Error) => message)],
    flaky: endedAs('flaky'),
  };
}
