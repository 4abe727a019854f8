package org.depositary.membership.imports.staging;

import java.util.List;
import org.depositary.vocabulary.sources.Source;

/** The body of a staged state-year. Stored as JSON, so the component names must stay. */
public record StagedStateYear(String status, List<Source> sources) {}
