package org.depositary.membership.command;

import jakarta.ws.rs.Path;
import org.depositary.facts.command.FactChanger;
import org.depositary.membership.domain.institutions.Contribution;
import org.depositary.membership.domain.institutions.Meeting;
import org.depositary.membership.domain.institutions.NonMemberRelation;
import org.depositary.membership.domain.institutions.Organ;
import org.depositary.membership.domain.institutions.OrganizationRule;
import org.depositary.membership.domain.institutions.StatisticalFigure;
import org.depositary.membership.domain.institutions.TermOfOffice;
import org.depositary.membership.events.InstitutionKind;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Contains the resource classes of recorded institutional facts, one per kind of fact. They differ in their URL only.
 */
final class InstitutionKindResources {

    private InstitutionKindResources() {}

    @Path("/api/organs")
    @Tag(name = "institutions")
    public static class Organs extends InstitutionalFactResource<Organ> {
        Organs(FactChanger facts) {
            super(facts, InstitutionKind.ORGAN, "organization", "organ");
        }
    }

    @Path("/api/terms")
    @Tag(name = "institutions")
    public static class Terms extends InstitutionalFactResource<TermOfOffice> {
        Terms(FactChanger facts) {
            super(facts, InstitutionKind.TERM, "organization");
        }
    }

    @Path("/api/meetings")
    @Tag(name = "institutions")
    public static class Meetings extends InstitutionalFactResource<Meeting> {
        Meetings(FactChanger facts) {
            super(facts, InstitutionKind.MEETING, "organization");
        }
    }

    @Path("/api/relations")
    @Tag(name = "institutions")
    public static class Relations extends InstitutionalFactResource<NonMemberRelation> {
        Relations(FactChanger facts) {
            super(facts, InstitutionKind.RELATION, "organization");
        }
    }

    @Path("/api/contributions")
    @Tag(name = "institutions")
    public static class Contributions extends InstitutionalFactResource<Contribution> {
        Contributions(FactChanger facts) {
            super(facts, InstitutionKind.CONTRIBUTION, "organization");
        }
    }

    @Path("/api/rules")
    @Tag(name = "institutions")
    public static class Rules extends InstitutionalFactResource<OrganizationRule> {
        Rules(FactChanger facts) {
            super(facts, InstitutionKind.RULE, "organization");
        }
    }

    @Path("/api/figures")
    @Tag(name = "institutions")
    public static class Figures extends InstitutionalFactResource<StatisticalFigure> {
        Figures(FactChanger facts) {
            super(facts, InstitutionKind.FIGURE, "organization", "party");
        }
    }
}
