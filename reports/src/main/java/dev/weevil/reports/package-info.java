/**
 * Pages and summaries of runs. What to call:
 *
 * <pre>{@code
 * RunFacts facts = RunFacts.of(scenario, run.command()).with("digest", digest);
 * RunReport.of(trace, judgement, facts).writeTo(folder.report());
 *
 * SuiteReport.of("zyzzyva", results).writeTo(summaryFolder.resolve("index.html"));
 * JunitXml.of("zyzzyva", results).writeTo(summaryFolder.resolve("junit.xml"));
 * String summary = StepSummary.of("zyzzyva", results).markdown();
 * }</pre>
 *
 * <p>Reads traces, histories and verdicts; knows nothing of how they came about.
 */
package dev.weevil.reports;
