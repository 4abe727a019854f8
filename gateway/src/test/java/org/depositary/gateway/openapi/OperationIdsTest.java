package org.depositary.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationIdsTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /api/organizations, listOrganizations",
        "GET, /api/organizations/{organization}, getOrganization",
        "GET, /api/organizations/{organization}/members, listMembers",
        "GET, /api/organizations/{organization}/members.csv, listMembersAsCsv",
        "GET, /api/organizations/{id}/claims/{claim}, getOrganizationClaim",
        "GET, /api/parties/{code}/figures, listPartyFigures",
        "GET, /api/exercises.geojson, listExercisesAsGeojson",
        "GET, /api/exercises/statistics, getExerciseStatistics",
        "GET, /problems/{slug}, getProblem",
        "PUT, /api/instruments/{instrument}, registerInstrument",
        "POST, /api/organizations/{organization}/membership-changes, recordMembershipChange",
        "POST, /api/parties/{code}/figures, recordPartyFigure",
        "POST, /api/imports/memberships, importMemberships",
        "GET, /api/imports/memberships, listMembershipImports",
        "POST, /api/imports/{id}/release, releaseImport",
        "POST, /api/organs/{id}/corrections, correctOrgan",
        "POST, /api/organs/{id}/claims, addOrganClaim",
        "POST, /api/organs/{id}/claims/{claim}/preference, preferOrganClaim",
        "POST, /api/webhooks, createWebhook",
        "DELETE, /api/webhooks/{id}, deleteWebhook",
        "DELETE, /api/documents/{id}/takedown, liftTakedown"
    })
    void the_id_says_what_the_operation_does(String method, String path, String id) {
        assertThat(OperationIds.of(method, path)).isEqualTo(id);
    }
}
