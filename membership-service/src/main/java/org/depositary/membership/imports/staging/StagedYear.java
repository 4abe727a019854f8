package org.depositary.membership.imports.staging;

import java.util.List;
import org.depositary.vocabulary.Source;

/** What is staged of a state-year beside its year. */
public record StagedYear(String status, List<Source> sources) {}
