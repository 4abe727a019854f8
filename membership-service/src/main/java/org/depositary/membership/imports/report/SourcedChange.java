package org.depositary.membership.imports.report;

import java.util.List;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.vocabulary.Source;

/** What a fact states, and where that stands. */
public record SourcedChange(MembershipChange change, List<Source> sources) {}
