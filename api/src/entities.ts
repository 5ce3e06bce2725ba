import { AccessGrant, AccessRestriction, Delegation } from '#api/access/index.ts';
// By file: the index of identity leads to its resolver, which reads through the ORM's own room.
import { Credential } from '#api/identity/credential.entity.ts';
import { Membership } from '#api/identity/membership.entity.ts';
import { Organization } from '#api/identity/organization.entity.ts';
import { Person } from '#api/identity/person.entity.ts';
import { VisitMark } from '#api/home/visit-mark.entity.ts';
import { LiveEvent } from '#api/live/live-event.entity.ts';
import { FollowUpLine } from '#api/survivorship/follow-up-line.entity.ts';
import { FollowUpPlan } from '#api/survivorship/follow-up-plan.entity.ts';
import { TaskEvent } from '#api/tasks/task-event.entity.ts';
import { Task } from '#api/tasks/task.entity.ts';
import { Attachment, AttachmentContent } from '#api/messaging/attachment.entity.ts';
import { Draft } from '#api/messaging/draft.entity.ts';
import { Idempotency } from '#api/messaging/idempotency.entity.ts';
import { MessageDelivery } from '#api/messaging/message-delivery.entity.ts';
import { MessageRequest } from '#api/messaging/message-request.entity.ts';
import { MessageReference } from '#api/messaging/message-reference.entity.ts';
import { Message } from '#api/messaging/message.entity.ts';
import { ThreadParticipant } from '#api/messaging/thread-participant.entity.ts';
import { ThreadSeat } from '#api/messaging/thread-seat.entity.ts';
import { Thread } from '#api/messaging/thread.entity.ts';
import * as record from '#api/record/index.ts';

/** Every table that the ORM knows. `session` and the audit are written by SQL functions and statements only. */
export const entities = [
  AccessGrant,
  AccessRestriction,
  Delegation,
  Credential,
  Membership,
  Organization,
  Person,
  LiveEvent,
  Attachment,
  AttachmentContent,
  Draft,
  Idempotency,
  Message,
  MessageDelivery,
  MessageReference,
  MessageRequest,
  Thread,
  ThreadParticipant,
  ThreadSeat,
  record.AllergyIntolerance,
  record.Appointment,
  record.CarePlan,
  record.CarePlanActivity,
  record.CareTeamMember,
  record.Condition,
  record.Consent,
  record.DiagnosticReport,
  record.DocumentContent,
  record.DocumentReference,
  record.Encounter,
  record.Flag,
  record.Goal,
  record.HealthcareOrganization,
  record.ImagingStudy,
  record.Immunization,
  record.ImportReject,
  record.Location,
  record.MedicationUse,
  record.Observation,
  record.Patient,
  record.PatientContact,
  record.PatientIdentifier,
  record.Practitioner,
  record.PractitionerRole,
  record.Procedure,
  record.RadiotherapyDose,
  record.ServiceRequest,
  record.SourceSystem,
  VisitMark,
  Task,
  TaskEvent,
  FollowUpPlan,
  FollowUpLine,
] as const;
