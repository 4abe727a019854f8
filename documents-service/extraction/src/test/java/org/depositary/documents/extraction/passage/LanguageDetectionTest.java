package org.depositary.documents.extraction.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.depositary.documents.extraction.ExtractedDocument;
import org.depositary.documents.extraction.ExtractionOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|The seven towns of the coast have agreed to keep one treasury, and to pay for the repair of their dykes from it.",
                "nl|De zeven steden aan de kust zijn het eens geworden over een gezamenlijke kas, waaruit het herstel van de dijken wordt betaald.",
                "ru|Семь городов побережья договорились о единой казне, из которой будет оплачиваться ремонт их плотин и дорог.",
                "uk|Сім міст узбережжя домовилися про єдину скарбницю, з якої оплачуватиметься ремонт їхніх гребель і доріг.",
                "kk|Жағалаудағы жеті қала ортақ қазына құруға келісті, одан бөгеттер мен жолдарды жөндеуге қаражат бөлінеді.",
                "de|Die sieben Städte an der Küste haben sich auf eine gemeinsame Kasse geeinigt, aus der die Deiche bezahlt werden.",
                "fr|Les sept villes de la côte se sont mises d'accord sur une caisse commune, qui paiera la réparation de leurs digues.",
                "fa|هفت شهر ساحلی بر سر یک خزانه مشترک به توافق رسیدند که هزینه تعمیر سدها و راه‌ها از آن پرداخت می‌شود و همه در آن سهیم‌اند.",
                "pl|Siedem miast wybrzeża zgodziło się utrzymywać jeden skarbiec i płacić z niego za naprawę swoich tam i dróg.",
                "el|Οι επτά πόλεις της ακτής συμφώνησαν να διατηρούν ένα κοινό ταμείο και να πληρώνουν από αυτό την επισκευή των φραγμάτων.",
                "pt|As sete cidades da costa concordaram em manter um único tesouro e pagar com ele a reparação dos seus diques e estradas.",
                "ko|해안의 일곱 도시는 하나의 금고를 유지하고 제방 수리 비용을 그 금고에서 지불하기로 합의하였다. 도로도 마찬가지이며 모든 도시가 함께 비용을 부담하고 매년 한 번씩 회의를 열기로 하였다.",
                "ky|Жээктеги жети шаар бирдиктүү казына күтүүгө жана андан дамбаларды оңдоо үчүн төлөөгө макул болушту, жолдор да кирет.",
                "tg|Ҳафт шаҳри соҳил ба мувофиқа расиданд, ки як хазинаи ягона дошта бошанд ва аз он таъмири сарбандҳои худро пардохт кунанд, роҳҳо низ ҷузъи он.",
                "uz|Қирғоқдаги етти шаҳар ягона хазина сақлашга ва ундан тўғонларни таъмирлаш учун тўлашга келишиб олдилар, йўллар ҳам.",
                "uz|Qirgʻoqdagi yetti shahar yagona xazina saqlashga va undan toʻgʻonlarni taʼmirlash uchun toʻlashga kelishib oldilar.",
                "tk|Kenardaky ýedi şäher bir hazyna saklamaga we ondan bentleriň bejergisini tölemäge ylalaşdylar, ýollar hem girýär.",
                "zh|沿海七座城市同意设立共同金库，用于支付堤坝的维修费用。"
            })
    void theLanguageOfATextIsTold(String language, String text) {
        assertThat(ExtractedDocument.ofText(text).read().language()).contains(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Miji saba ya pwani imekubaliana kuwa na hazina moja na kulipia matengenezo ya kuta zao kutokana na hazina hiyo.",
                "Tujuh kota di pesisir telah sepakat untuk memiliki satu perbendaharaan dan membayar perbaikan tanggul dari dana itu."
            })
    void a_language_without_a_model_is_unknown(String text) {
        assertThat(ExtractedDocument.ofText(text).read().language()).isEmpty();
    }

    @Test
    void a_long_passage_has_its_own_language_and_a_short_one_that_of_the_document() {
        ExtractionOutcome.Read read = ExtractedDocument.ofText("""
                        Besluit

                        De zeven steden aan de kust zijn het eens geworden over een gezamenlijke kas, waaruit het herstel van de dijken wordt betaald. Zij vergaderen twee keer per jaar.

                        “The seven towns of the coast have agreed to keep one treasury, and to pay for the dykes from it.”
                        """).read();

        assertThat(read.language()).contains("nl");
        assertThat(read.passages())
                .extracting(Passage::language)
                .containsExactly(Optional.of("nl"), Optional.of("nl"), Optional.of("en"));
    }

    @Test
    void of_a_few_words_the_language_is_not_guessed() {
        assertThat(ExtractedDocument.ofText("Bishkek Protocol").read().language())
                .isEmpty();
        assertThat(ExtractedDocument.ofHtml("<html lang=ky><p>Протокол").read().language())
                .contains("ky");
    }
}
