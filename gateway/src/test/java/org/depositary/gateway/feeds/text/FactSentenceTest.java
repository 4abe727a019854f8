package org.depositary.gateway.feeds.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.depositary.gateway.read.changes.FactKey;
import org.depositary.gateway.read.changes.FactVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the sentences of the sample of each kind of fact in {@code contracts/events}. */
class FactSentenceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SAMPLES = Path.of("../contracts/events");

    private static String sentence(String kind, String sample) throws Exception {
        var statement = JSON.readTree(Files.readString(SAMPLES.resolve(sample + "/v1.sample.json")));
        return FactSentence.of(new FactKey(kind, statement.path("id").asText()), statement, names());
    }

    private static NameLookup names() throws Exception {
        var organization = new FactKey("organization", "sco");
        var statement = JSON.readTree("{\"names\": {\"en\": \"Shanghai Cooperation Organisation\"}}");
        return new NameLookup(Map.of(
                organization,
                new FactVersion(organization, statement, List.of(), false, Instant.EPOCH, java.util.Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            membership-change | membership/membership-changed | Uzbekistan became a member of Shanghai Cooperation Organisation on 15 June 2001
            organization | membership/organization-registered | Shanghai Cooperation Organisation was founded on 15 June 2001
            organization-change | membership/organization-changed | shanghai-five was dissolved on 15 June 2001 and succeeded by Shanghai Cooperation Organisation
            organ | membership/organ-recorded | Regional Anti-Terrorist Structure of Shanghai Cooperation Organisation: operational from January 2004
            term | membership/term-recorded | Bolat Nurgaliev: secretary general of Shanghai Cooperation Organisation from January 2007 to January 2010
            meeting | membership/meeting-recorded | Dushanbe summit, a meeting of shanghai-five from 4 July 2000 to 5 July 2000 in Dushanbe
            relation | membership/relation-recorded | Shanghai Cooperation Organisation and csto: memorandum from October 2007 to 2031
            contribution | membership/contribution-recorded | Contributions to Shanghai Cooperation Organisation in about 2007
            rule | membership/rule-recorded | Shanghai Cooperation Organisation, rule on decisions: consensus from 19 September 2003 to 2031
            figure | membership/figure-recorded | China: gdp 2512 billion USD in 2006
            import-set-coverage | membership/import-set-covered | The data set world-memberships speaks for the time 1816/2014
            exercise | exercise/exercise-recorded | Peace Mission 2007: exercise of Shanghai Cooperation Organisation in August 2007
            exercise-step | exercise/exercise-step-recorded | an exercise without a name: schedule in March 2007, planned from 9 August 2007 to 17 August 2007
            participation | exercise/participation-recorded | China took part in an exercise without a name as host from 9 August 2007 to 17 August 2007
            exercise-phase | exercise/exercise-phase-recorded | an exercise without a name: a phase in Border area from 11 August 2007 to 17 August 2007
            exercise-purpose | exercise/exercise-purpose-recorded | an exercise without a name: its declared purpose is: Counter-terrorism
            exercise-merge | exercise/exercise-merge-recorded | Two records of an exercise without a name are the same exercise
            instrument | document/instrument-registered | Treaty of the Steppe, a treaty, signed on 15 June 2001
            act | document/act-recorded | Kazakhstan: reservation withdrawal of treaty-of-the-steppe in May 2006
            """)
    void a_fact_is_a_sentence(String kind, String sample, String sentence) throws Exception {
        assertThat(sentence(kind, sample)).isEqualTo(sentence);
    }

    @Test
    void an_unknown_kind_has_a_sentence_too() throws Exception {
        var fact = new FactKey("new-kind", "7");
        assertThat(FactSentence.of(fact, JSON.readTree("{}"), names())).isEqualTo("new kind 7");
    }
}
