package org.depositary.membership.imports;

import java.util.List;
import org.depositary.vocabulary.Source;

/** What is staged of a state-year beside its year. */
record YearBody(String status, List<Source> sources) {}
