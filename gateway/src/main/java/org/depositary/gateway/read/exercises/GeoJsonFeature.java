package org.depositary.gateway.read.exercises;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.gateway.read.LanguagePreference;
import org.depositary.gateway.read.exercises.ExerciseItem.Participant;
import org.depositary.gateway.read.exercises.ExerciseStatement.StatedPhase;

/**
 * A place of an exercise as a feature of GeoJSON (RFC 7946).
 *
 * @param id {@code <exercise>/phases/<n>}, with n from 1
 */
record GeoJsonFeature(String type, String id, Point geometry, Properties properties) {

    /** @param coordinates longitude and latitude in degrees (WGS 84) */
    record Point(String type, List<BigDecimal> coordinates) {}

    /**
     * @param url path of the exercise
     * @param participants codes of parties, and of organisations whose members took part
     * @param place the name of the place, otherwise its name in the preferred language
     * @param country code of the state; null if there are several
     * @param names names by BCP 47 language code
     * @param countries codes of the states: one, or those of a border area
     * @param dates dates of the phase, or else of the exercise (EDTF)
     * @param earliest first day that these dates can mean
     * @param latest last day that these dates can mean
     * @param days length of the phase in days, if a source gives it
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Properties(
            String exercise,
            String url,
            int phase,
            String label,
            String kind,
            Optional<String> status,
            Optional<String> series,
            List<String> organizations,
            List<String> participants,
            Optional<String> place,
            Optional<String> country,
            Optional<Map<String, String>> names,
            List<String> countries,
            Optional<String> dates,
            Optional<String> earliest,
            Optional<String> latest,
            Optional<Integer> days) {}

    /** One feature for each phase whose place has coordinates. */
    static List<GeoJsonFeature> of(ExerciseItem exercise, LanguagePreference languages) {
        var features = new ArrayList<GeoJsonFeature>();
        int number = 0;
        for (var phase : exercise.phases().orElse(List.of())) {
            number++;
            var place = phase.place();
            if (place.lat().isPresent() && place.lon().isPresent()) {
                var at = new Point(
                        "Point", List.of(place.lon().get(), place.lat().get()));
                features.add(new GeoJsonFeature(
                        "Feature",
                        "%s/phases/%d".formatted(exercise.id(), number),
                        at,
                        properties(exercise, phase, number, languages)));
            }
        }
        return features;
    }

    private static Properties properties(
            ExerciseItem exercise, StatedPhase phase, int number, LanguagePreference languages) {
        var place = phase.place();
        var dates = phase.dates().or(exercise::dates);
        return new Properties(
                exercise.id(),
                exercise.url(),
                number,
                exercise.label(),
                exercise.kind(),
                exercise.status(),
                exercise.series(),
                exercise.organizations(),
                exercise.participants().stream()
                        .map(GeoJsonFeature::code)
                        .distinct()
                        .toList(),
                place.name().or(() -> place.names().flatMap(languages::pick)),
                place.country(),
                place.names(),
                place.countries().orElseGet(() -> place.country().stream().toList()),
                dates.map(period -> period.edtf()),
                dates.flatMap(period -> period.earliest()).map(Object::toString),
                dates.flatMap(period -> period.latest()).map(Object::toString),
                phase.days());
    }

    private static String code(Participant participant) {
        return participant.party().or(participant::membersOf).orElseThrow();
    }
}
