package nl.kring.crm.texts;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.kring.crm.accreditation.SchemeUnit;
import nl.kring.crm.accreditation.request.CourseType;
import nl.kring.crm.accreditation.request.OpenRequests;
import nl.kring.crm.accreditation.request.RequestState;
import nl.kring.crm.accreditation.scheme.Certainty;
import nl.kring.crm.accreditation.scheme.CountedLine;
import nl.kring.crm.accreditation.scheme.CountedOver;
import nl.kring.crm.accreditation.scheme.NewScheme;
import nl.kring.crm.accreditation.scheme.RequirementKind;
import nl.kring.crm.agenda.CourseKind;
import nl.kring.crm.agenda.EditionMove;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.agenda.Progress;
import nl.kring.crm.agenda.checklist.RequestKind;
import nl.kring.crm.agenda.checklist.StepAction;
import nl.kring.crm.agenda.checklist.StepMoment;
import nl.kring.crm.agenda.checklist.TemplateSource;
import nl.kring.crm.agenda.course.CourseLanguage;
import nl.kring.crm.agenda.resource.BookingState;
import nl.kring.crm.agenda.resource.InvitationState;
import nl.kring.crm.agenda.resource.ResourceKind;
import nl.kring.crm.agenda.series.Pattern;
import nl.kring.crm.agenda.venue.VenueState;
import nl.kring.crm.agenda.venue.VenueStep;
import nl.kring.crm.agenda.venue.VenueToDo;
import nl.kring.crm.attendance.Difference;
import nl.kring.crm.attendance.MissingCertificate;
import nl.kring.crm.attendance.closing.ClosingStep;
import nl.kring.crm.attendance.closing.StepState;
import nl.kring.crm.attendance.credit.ClaimState;
import nl.kring.crm.attendance.credit.CreditSource;
import nl.kring.crm.attendance.delivery.CreditsSoFar;
import nl.kring.crm.attendance.delivery.DeliveryReason;
import nl.kring.crm.attendance.delivery.DeliveryState;
import nl.kring.crm.attendance.delivery.PeError;
import nl.kring.crm.attendance.delivery.RegisterLine;
import nl.kring.crm.attendance.past.PastField;
import nl.kring.crm.attendance.past.PastKind;
import nl.kring.crm.attendance.past.PastOutcome;
import nl.kring.crm.attendance.past.PastState;
import nl.kring.crm.attendance.presence.ScanAnswer;
import nl.kring.crm.attendance.presence.ScanKind;
import nl.kring.crm.communication.ContactKind;
import nl.kring.crm.communication.MessageState;
import nl.kring.crm.communication.mailing.MailingPurpose;
import nl.kring.crm.communication.mailing.Outcome;
import nl.kring.crm.enrolment.EnrolmentState;
import nl.kring.crm.enrolment.PayerKind;
import nl.kring.crm.enrolment.QuotaKind;
import nl.kring.crm.enrolment.WaitingReason;
import nl.kring.crm.enrolment.desk.NamedLine;
import nl.kring.crm.enrolment.price.Belonging;
import nl.kring.crm.enrolment.price.InvoiceKind;
import nl.kring.crm.enrolment.price.RegionPolicy;
import nl.kring.crm.evaluation.EvaluationSoFar;
import nl.kring.crm.evaluation.QuestionKind;
import nl.kring.crm.evaluation.QuestionScope;
import nl.kring.crm.evaluation.Topic;
import nl.kring.crm.governance.ProposalKind;
import nl.kring.crm.governance.ProposalState;
import nl.kring.crm.intake.EffectKind;
import nl.kring.crm.intake.ImportState;
import nl.kring.crm.intake.ModelVersion;
import nl.kring.crm.intake.matching.Band;
import nl.kring.crm.intake.matching.Level;
import nl.kring.crm.intake.review.LookAlike;
import nl.kring.crm.peerreview.GroupKind;
import nl.kring.crm.peerreview.GroupLack;
import nl.kring.crm.peerreview.GroupRole;
import nl.kring.crm.registry.Agreement;
import nl.kring.crm.registry.Criterion;
import nl.kring.crm.registry.Gender;
import nl.kring.crm.registry.MissingData;
import nl.kring.crm.registry.NameUsage;
import nl.kring.crm.registry.PersonEvent;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.registry.affiliation.AffiliationRole;
import nl.kring.crm.registry.affiliation.MembershipKind;
import nl.kring.crm.registry.affiliation.ProposedEnding;
import nl.kring.crm.registry.columns.PastedCell;
import nl.kring.crm.registry.columns.PastedRow;
import nl.kring.crm.registry.lists.Why;
import nl.kring.crm.registry.merging.Collisions;
import nl.kring.crm.registry.merging.MergeReason;
import nl.kring.crm.registry.organisation.OrganisationEvent;
import nl.kring.crm.registry.organisation.OrganisationFactKind;
import nl.kring.crm.registry.organisation.OrganisationKind;
import nl.kring.crm.registry.organisation.PracticeForm;
import nl.kring.crm.registry.organisation.PracticeStatus;
import nl.kring.crm.registry.organisation.RelationKind;
import nl.kring.crm.registry.quality.QualityList;
import nl.kring.crm.registry.succession.SuccessionKind;
import nl.kring.crm.workbench.OwnFieldKind;
import nl.kring.crm.workbench.OwnSubject;
import nl.kring.crm.workbench.TaskOutcome;
import org.junit.jupiter.params.provider.Arguments;

/** The values of the product that are shown by a text, by what the keys of their texts begin with. */
final class ValuesWithTexts {

    /** Behind these stand words that no enum has: codes of the database, and single cases. */
    static final Set<String> NO_ENUM = Set.of(
            "attendance.delivery.batch.",
            "enrolment.outlook.",
            "intake.later.",
            "intake.missing.",
            "intake.mode.",
            "registry.collision-kind.",
            "registry.fact-kind.",
            "registry.qualifier.",
            "values.credit-category.",
            "values.enrolment-event.",
            "values.work-requirement.",
            "workbench.answer.");

    private ValuesWithTexts() {}

    static Stream<Arguments> all() {
        return Stream.of(
                of("agenda.booking.", BookingState.class, BookingState.RELEASED),
                of("agenda.course.language.", CourseLanguage.class),
                of("agenda.invitation.", InvitationState.class),
                of("agenda.kind.", CourseKind.class),
                of("agenda.progress.accreditation.", Progress.Accreditation.class),
                of("agenda.progress.credits.", CreditsSoFar.State.class),
                of("agenda.progress.evaluation.", EvaluationSoFar.State.class),
                of("agenda.progress.invoicing.", Progress.Invoicing.class),
                of("agenda.resource.kind.", ResourceKind.class),
                of("agenda.series.every.", Pattern.Every.class),
                of("agenda.series.way.", Pattern.InTheWay.class),
                of("agenda.state.", EditionState.class),
                of("agenda.step.action.", StepAction.class),
                of("agenda.step.moment.", StepMoment.class),
                of("agenda.step.outcome.", TaskOutcome.class),
                of("agenda.step.when.", StepMoment.class),
                of("agenda.unit.", SchemeUnit.class),
                of("agenda.venue.event.", VenueStep.class),
                of("agenda.venue.state.", VenueState.class),
                of("agenda.venue.step.", VenueStep.class),
                of("agenda.venue.to-do.", VenueToDo.class),
                of("agenda_answer-invitation.", InvitationState.class),
                of("agenda_edit-checklist.source.", TemplateSource.class, TemplateSource.COURSE),
                of("agenda_view-edition.move.", EditionMove.class, EditionMove.CANCEL, EditionMove.ARCHIVE),
                of("attendance.closing.", StepState.State.class, StepState.State.OPEN),
                of("attendance.closing.step.", ClosingStep.class),
                of("attendance.delivery.error.", PeError.class),
                of("attendance.delivery.reason.", DeliveryReason.class),
                of("attendance.delivery.service.", RegisterLine.ServiceProblem.class),
                of(
                        "attendance.delivery.solve.",
                        DeliveryReason.class,
                        DeliveryReason.ABSENT,
                        DeliveryReason.ENTERED,
                        DeliveryReason.NO_REGISTER,
                        DeliveryReason.OTHER_REGISTER,
                        DeliveryReason.PARTLY,
                        DeliveryReason.REFUSED,
                        DeliveryReason.SAID_NONE,
                        DeliveryReason.SENT,
                        DeliveryReason.WITHDRAW),
                of("attendance.delivery.state.", DeliveryState.class),
                of("attendance.difference.", Difference.class),
                of("attendance.unit.", SchemeUnit.class),
                of("attendance_check-in.heard.", ScanKind.class),
                of(
                        "attendance_check-in.said.IN.",
                        ScanAnswer.Outcome.class,
                        ScanAnswer.Outcome.NOT_IN,
                        ScanAnswer.Outcome.REPEATED),
                of(
                        "attendance_check-in.said.OUT.",
                        ScanAnswer.Outcome.class,
                        ScanAnswer.Outcome.NOT_IN,
                        ScanAnswer.Outcome.REPEATED),
                of("attendance_close-edition.all.", ClosingStep.class, ClosingStep.DELIVERY, ClosingStep.EVALUATION),
                of("attendance_close-edition.do.", ClosingStep.class),
                of("attendance_scan-wall.done.", ScanKind.class),
                of("attendance_take-attendance.missing.", MissingCertificate.Reason.class),
                of("communication.contact-kind.", ContactKind.class),
                of("communication.mailing.purpose.", MailingPurpose.class),
                of("communication.outcome.", Outcome.class),
                of("communication.person-mail.no.", MailingPurpose.class, MailingPurpose.PARTICIPANTS),
                of("communication_sent-mail.state.", MessageState.class),
                of("communication_unsubscribe.question.", MailingPurpose.class, MailingPurpose.PARTICIPANTS),
                of("communication_unsubscribe.stop.", MailingPurpose.class, MailingPurpose.PARTICIPANTS),
                of("communication_unsubscribe.stopped.", MailingPurpose.class, MailingPurpose.PARTICIPANTS),
                of("communication_write-mailing.lead.", MailingPurpose.class),
                of("dossier.rule.", RequirementKind.class),
                of("dossier.why.", CountedLine.Why.class),
                of("enrolment.invoice-kind.", InvoiceKind.class),
                of("enrolment.price.belonging.", Belonging.class),
                of("enrolment.region-policy.", RegionPolicy.class),
                of("enrolment_enrol-team.found.", NamedLine.Found.class, NamedLine.Found.ONE),
                of("enrolment_paste-participants.found.", NamedLine.Found.class),
                of("evaluation.kind.", QuestionKind.class),
                of("evaluation.scope.", QuestionScope.class),
                of("evaluation.topic.", Topic.class),
                of("intake.effect.", EffectKind.class),
                of("intake.state.", ImportState.class),
                of("intake_review.agreement.", Agreement.class),
                of("intake_review.hint.", LookAlike.class),
                of("intake_review.level.", Level.class),
                of("intake_train-matching.band.", Band.class),
                of("intake_train-matching.state.", ModelVersion.State.class, ModelVersion.State.READY),
                of("past.field.", PastField.class),
                of("past.kind.", PastKind.class),
                of("past.outcome.", PastOutcome.class),
                of("past.state.", PastState.class),
                of("peerreview.kind.", GroupKind.class),
                of("peerreview.lack.", GroupLack.class),
                of("peerreview.role.", GroupRole.class),
                of("registry.agreement.", Agreement.class),
                of("registry.criterion.", Criterion.class),
                of("registry.event.", PersonEvent.What.class),
                of("registry.organisation-event.", OrganisationEvent.What.class),
                of("registry.quality.", QualityList.class),
                of("registry.quality-help.", QualityList.class),
                of("registry.relation-back.", RelationKind.class),
                of("registry.succession-kind.", SuccessionKind.class),
                of("registry.why.", Why.class),
                of("registry_affiliations.ending.", ProposedEnding.Kind.class),
                of("registry_find-person.missing.", MissingData.class),
                of("registry_list-collisions.", Collisions.Decision.class),
                of("registry_merges.how.", MergeReason.How.class),
                of("values.accreditation-course-type.", CourseType.class),
                of("values.certainty.", Certainty.class),
                of("values.claim-state.", ClaimState.class),
                of("values.counted-over.", CountedOver.class),
                of("values.credit-source.", CreditSource.class),
                of("values.enrolment-state.", EnrolmentState.class),
                of("values.gender.", Gender.class),
                of("values.membership-kind.", MembershipKind.class),
                of("values.nameUsage.", NameUsage.class),
                of("values.number-kind.", NewScheme.NumberKind.class),
                of("values.open-request.", OpenRequests.What.class),
                of("values.organisation-fact.", OrganisationFactKind.class),
                of("values.organisation-kind.", OrganisationKind.class),
                of("values.payer-kind.", PayerKind.class),
                of("values.practice-form.", PracticeForm.class),
                of("values.practice-status.", PracticeStatus.class),
                of("values.profession.", Profession.class),
                of("values.proposal-kind.", ProposalKind.class),
                of("values.proposal-state.", ProposalState.class),
                of("values.question-kind.", nl.kring.crm.enrolment.QuestionKind.class),
                of("values.quota-kind.", QuotaKind.class),
                of("values.relation-kind.", RelationKind.class),
                of("values.request-state.", RequestState.class),
                of("values.requirement-kind.", RequirementKind.class),
                of("values.role.", AffiliationRole.class),
                of("values.waiting-reason.", WaitingReason.class),
                of("workbench.kind.", OwnFieldKind.class),
                of("workbench.match.", PastedRow.Match.class, PastedRow.Match.FOUND),
                of("workbench.outcome.", PastedCell.Outcome.class, PastedCell.Outcome.CHANGED),
                of("workbench.subject.", OwnSubject.class),
                of("workbench.waiting.", RequestKind.class));
    }

    @SafeVarargs
    private static <E extends Enum<E>> Arguments of(String beginning, Class<E> type, E... without) {
        Set<E> values = EnumSet.allOf(type);
        values.removeAll(List.of(without));
        return arguments(beginning, values);
    }
}
