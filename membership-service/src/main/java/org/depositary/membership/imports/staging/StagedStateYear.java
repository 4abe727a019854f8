package org.depositary.membership.imports.staging;

import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.sources.Source;

/**
 * The body of a staged state-year. Stored as JSON, so the component names must stay.
 *
 * @param partyAsWritten the code of the party in the file, if the code is outside its own time in this year
 */
public record StagedStateYear(String status, Optional<String> partyAsWritten, List<Source> sources) {}
