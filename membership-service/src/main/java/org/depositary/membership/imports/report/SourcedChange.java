package org.depositary.membership.imports.report;

import java.util.List;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.vocabulary.sources.Source;

/** A membership change and its sources. Stored as JSON, so the component names must stay. */
public record SourcedChange(MembershipChange change, List<Source> sources) {}
