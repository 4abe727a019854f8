package org.depositary.membership.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.depositary.membership.imports.ImportCommandHandler.Asked;
import org.depositary.imports.file.ImportFileFormat;
import org.depositary.membership.imports.job.ImportRowKind;
import org.junit.jupiter.api.Test;

class ImportRequestHashTest {

    @Test
    void the_text_of_the_parameters_never_changes() {
        var parameters = new Asked(
                ImportRowKind.STATE_YEARS, Optional.of(ImportFileFormat.CSV), Optional.of("world"), false, true);
        assertThat(parameters)
                .hasToString("Asked[format=state-years, syntax=Optional[CSV], set=Optional[world], dryRun=false, "
                        + "allowRetractions=true]");
    }
}
