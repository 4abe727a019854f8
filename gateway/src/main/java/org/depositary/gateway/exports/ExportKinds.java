package org.depositary.gateway.exports;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.gateway.read.documents.DocumentItem;
import org.depositary.gateway.read.documents.DocumentReads;
import org.depositary.gateway.read.exercises.ExerciseItem;
import org.depositary.gateway.read.exercises.ExerciseReads;
import org.depositary.gateway.read.exercises.participations.ParticipationReads;
import org.depositary.gateway.read.exercises.participations.ParticipationYear;
import org.depositary.gateway.read.instruments.InstrumentFilter;
import org.depositary.gateway.read.instruments.InstrumentItem;
import org.depositary.gateway.read.instruments.InstrumentReads;
import org.depositary.gateway.read.lists.CompleteList;
import org.depositary.gateway.read.lists.Everything;
import org.depositary.gateway.read.lists.ListQuery;
import org.depositary.gateway.read.memberships.MembershipFilter;
import org.depositary.gateway.read.memberships.TimelineItem;
import org.depositary.gateway.read.memberships.TimelineReads;
import org.depositary.gateway.read.memberships.years.MembershipYear;
import org.depositary.gateway.read.memberships.years.MembershipYearReads;
import org.depositary.gateway.read.memberships.years.SharedOrganizationReads;
import org.depositary.gateway.read.memberships.years.SharedOrganizations;
import org.depositary.gateway.read.memberships.years.YearFilter;
import org.depositary.gateway.read.organizations.OrganizationHistory;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.gateway.read.parties.PartyDetail;
import org.depositary.gateway.read.parties.PartyReads;

/** All kinds of exports, each with the list that it contains. */
@ApplicationScoped
public class ExportKinds {

    /** Rows of these lists can have many sources, so a page of them is short. */
    private static final int LARGE_ROWS = 500;

    private static final int SMALL_ROWS = 5000;

    private final CompleteList lists;
    private final ObjectMapper mapper;
    private final Map<String, ExportKind> byName = new LinkedHashMap<>();

    ExportKinds(CompleteList lists, ObjectMapper mapper, ChangesSource changes) {
        this.lists = lists;
        this.mapper = mapper;
        everything();
        byYear();
        add("changes", "All changes of the register", List.of("id"), ExportedChange.class, changes);
    }

    public Optional<ExportKind> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All kinds, in the order of the documentation. */
    public List<ExportKind> all() {
        return List.copyOf(byName.values());
    }

    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    private void everything() {
        add(
                "organizations",
                "Regional organisations, with their dated changes",
                List.of("id"),
                OrganizationHistory.class,
                list(OrganizationReads.HISTORIES));
        add(
                "parties",
                "States, former states and organisations, with their codes and names",
                List.of("code"),
                PartyDetail.class,
                list(PartyReads.DETAILS));
        add(
                "memberships",
                "Spans of statuses and candidacies of parties in organisations",
                List.of("organization", "party", "opened"),
                TimelineItem.class,
                list(TimelineReads.ALL));
        add(
                "exercises",
                "Exercises, operations and observation missions",
                List.of("id"),
                ExerciseItem.class,
                list(ExerciseReads.EXERCISES_BY_ID));
        add("documents", "Documents: their metadata", List.of("id"), DocumentItem.class, list(DocumentReads.METADATA));
        add(
                "instruments",
                "Treaties, charters, declarations and other instruments",
                List.of("id"),
                InstrumentItem.class,
                list(InstrumentReads.INSTRUMENTS, InstrumentFilter.ALL));
    }

    private void byYear() {
        add(
                "state-years",
                "Statuses of parties in organisations, by year",
                List.of("organization", "party", "year"),
                MembershipYear.class,
                years(MembershipYearReads.YEARS, YearFilter.ofAll(MembershipFilter.ALL), RowOrder.TEXT_THEN_NUMBER));
        add(
                "pairs",
                "Organisations that two parties share, by year",
                List.of("year", "party", "with"),
                SharedOrganizations.class,
                years(SharedOrganizationReads.PAIRS, YearFilter.ofAll(MembershipFilter.MEMBERS), RowOrder.TEXT));
        add(
                "participations",
                "Participations of parties in exercises, by year",
                List.of("exercise", "party", "year"),
                ParticipationYear.class,
                years(ParticipationReads.PARTICIPATIONS_BY_EXERCISE, Everything.ALL, RowOrder.TEXT_THEN_NUMBER));
    }

    private <T> ExportSource list(ListQuery<Everything, T> list) {
        return list(list, Everything.ALL);
    }

    private <F, T> ExportSource list(ListQuery<F, T> list, F filter) {
        return new ListSource<>(lists, mapper, list, filter, RowOrder.TEXT, LARGE_ROWS);
    }

    private <F, T> ExportSource years(ListQuery<F, T> list, F filter, RowOrder order) {
        return new ListSource<>(lists, mapper, list, filter, order, SMALL_ROWS);
    }

    private void add(String name, String title, List<String> key, Type item, ExportSource source) {
        byName.put(name, new ExportKind(name, title, key, item, source));
    }
}
