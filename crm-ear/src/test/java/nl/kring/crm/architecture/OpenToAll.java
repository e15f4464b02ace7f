package nl.kring.crm.architecture;

import java.util.Set;

/** The short list of boundary methods that need no role, each with its reason. */
final class OpenToAll {

    static final Set<String> METHODS = Set.of(
            // before a sign-in there is nobody yet
            "Accounts.signIn",
            "Accounts.identify",
            "ApiTokens.identify",
            "SignInThrottle.isLocked",
            "SignInThrottle.failed",
            "SignInThrottle.succeeded",
            // called by boundaries that have checked, and by jobs, which have no caller
            "AuditTrail.record",
            "Messages.send",
            "OutboxDesk.sendNext",
            "JobDesk.take",
            "JobDesk.progress",
            "JobDesk.finish",
            "JobRunner.look",
            "JobRunner.lookAtOnce",
            "ImportWork.kind",
            "Jobs.submit",
            "ImportWork.run",
            "ModelWork.kind",
            "ModelWork.run",
            "ModelDesk.start",
            "ModelDesk.finish",
            "ModelDesk.fail",
            "DemoHistory.kind",
            "DemoHistory.run",
            "ImportDesk.start",
            "ImportDesk.readSoFar",
            "ImportDesk.refuse",
            "ImportDesk.finish",
            "ImportDesk.cancel",
            "ImportDesk.fail",
            "SourceRecords.ofRegister",
            "SourceRecords.known",
            "SourceRecords.knownOf",
            "SourceRecords.uuidsOf",
            "Merges.divisions",
            "SourceRecords.write",
            "SourceRecords.raw",
            "SourceRecords.toHandBack",
            "SourceRecords.handedBack",
            "SourceRecords.keepPrivate",
            "SourceRecords.remember",
            "SourceRecords.missing",
            "SourceRecords.takeBack",
            "SourceRecords.keepNames",
            "SourceRecords.forget",
            "SourceRecords.workplacesOf",
            "Workplaces.leave",
            "Workplaces.derive",
            "Merges.forget",
            "Workplaces.link",
            "GoldenRecords.derive",
            "GoldenRecords.deriveAll",
            "DayTurn.look",
            "DerivedAffiliations.derive",
            "DerivedAffiliations.deriveAll",
            "Merges.mergeAll",
            "Stewardship.of",
            "Stewardship.isMine",
            "Stewardship.require",
            // for those who watch the server
            "Readiness.databaseAnswers",
            // who takes part is public
            "Organisations.participants",
            "Organisations.byCode",
            "Organisations.get",
            // the agenda is public; drafts are kept for their organiser by the boundaries themselves
            "Editions.agenda",
            "Editions.edition",
            "Editions.sessionsOf",
            "Accreditations.schemes",
            "Accreditations.pointsOf",
            // whoever holds a certificate's code may ask whether it is genuine
            "Certificates.verify");

    private OpenToAll() {}
}
