package org.depositary.documents.extraction;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The {@code ArchitectureTest} of documents-service lists the packages of this module too. */
class ExtractionArchitectureTest {

    @Test
    void extraction_runs_without_the_service() {
        classes()
                .that()
                .resideInAPackage("..documents.extraction..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.xml.parsers..",
                        "org.xml.sax..",
                        "org.jsoup..",
                        "org.apache.tika..",
                        "org.apache.pdfbox..",
                        "org.apache.poi.poifs..",
                        "com.ibm.icu..",
                        "com.github.pemistahl.lingua..",
                        "morfologik.fsa..",
                        "org.depositary.documents.extraction..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.depositary.documents.extraction"));
    }
}
