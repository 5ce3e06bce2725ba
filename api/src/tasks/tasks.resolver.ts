import 'reflect-metadata';
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { RoleEnum, type Role } from '#api/access/index.ts';
import { Action } from '#api/graphql/action.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import { acceptTask } from './accept-task.ts';
import { answerTaskQuestion } from './answer-task-question.ts';
import { askAboutTask } from './ask-about-task.ts';
import { cancelTask } from './cancel-task.ts';
import { completeTask } from './complete-task.ts';
import { declineTask } from './decline-task.ts';
import { listTasks } from './list-tasks.ts';
import { reassignTask } from './reassign-task.ts';
import { requestTaskOf } from './request-task.ts';
import { startTask } from './start-task.ts';
import { RequestTaskInput, TaskAnswer } from './task-answer.types.ts';
import { TaskFilter } from './task-filter.types.ts';
import { TaskConnection } from './task.types.ts';
import { undoTaskAnswer } from './undo-task-answer.ts';

type Version = number | null;
const ID_ARGUMENT = { description: 'Id of the task.' } as const;
const VERSION_ARGUMENT = {
  nullable: true,
  description: 'Version that the person had before them: if the task has changed since, nothing is done.',
} as const;

@Resolver()
export class TasksResolver {
  @Action('tasks:list')
  @Query(() => TaskConnection, { description: 'Tasks that the viewer may see, the first due first.' })
  tasks(
    @Ctx() context: RequestContext,
    @Arg('filter', () => TaskFilter, { nullable: true, description: 'Which. Null: all.' }) filter: TaskFilter | null,
    @Arg('first', () => Int, {
      nullable: false,
      defaultValue: 50,
      description: 'Tasks a page holds at most, 1 to 100.',
    })
    first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the last task seen.' }) after: string | null,
  ): Promise<TaskConnection> {
    return listTasks(context, { first, after, filter });
  }

  @Action('tasks:request')
  @Mutation(() => TaskAnswer, { description: 'Asks somebody to do something for a patient by a day.' })
  requestTask(
    @Ctx() context: RequestContext,
    @Arg('input', () => RequestTaskInput, { description: 'What, of whom, by when.' }) input: RequestTaskInput,
  ): Promise<TaskAnswer> {
    return requestTaskOf(context, input);
  }

  @Action('tasks:answer')
  @Mutation(() => TaskAnswer, { description: 'Takes a task on.' })
  acceptTask(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, ID_ARGUMENT) id: string,
    @Arg('version', () => Int, VERSION_ARGUMENT) version: Version,
  ): Promise<TaskAnswer> {
    return acceptTask(context, { id, version });
  }

  @Action('tasks:answer')
  @Mutation(() => TaskAnswer, {
    description: 'Declines a task and says why; the requester settles what becomes of it.',
  })
  declineTask(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, ID_ARGUMENT) id: string,
    @Arg('reason', () => String, { description: 'Why; 1,000 characters at most.' }) reason: string,
    @Arg('version', () => Int, VERSION_ARGUMENT) version: Version,
  ): Promise<TaskAnswer> {
    return declineTask(context, { id, version }, reason);
  }

  @Action('tasks:answer')
  @Mutation(() => TaskAnswer, {
    description: 'Asks the requester something; the task stays open, and the question with it.',
  })
  askAboutTask(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, ID_ARGUMENT) id: string,
    @Arg('question', () => String, { description: 'What; 1,000 characters at most.' }) question: string,
    @Arg('version', () => Int, VERSION_ARGUMENT) version: Version,
  ): Promise<TaskAnswer> {
    return askAboutTask(context, { id, version }, question);
  }

  @Action('tasks:direct')
  @Mutation(() => TaskAnswer, { description: 'Answers what the owner of a task asked its requester.' })
  answerTaskQuestion(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, ID_ARGUMENT) id: string,
    @Arg('answer', () => String, { description: 'The answer; 1,000 characters at most.' }) answer: string,
    @Arg('version', () => Int, VERSION_ARGUMENT) version: Version,
  ): Promise<TaskAnswer> {
    return answerTaskQuestion(context, { id, version }, answer);
  }

  @Action('tasks:answer')
  @Mutation(() => TaskAnswer, { description: 'Says that work on a task has begun.' })
  startTask(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, ID_ARGUMENT) id: string,
    @Arg('version', () => Int, VERSION_ARGUMENT) version: Version,
  ): Promise<TaskAnswer> {
    return startTask(context, { id, version });
  }

  @Action('tasks:answer')
  @Mutation(() => TaskAnswer, { description: 'Says that a task is done.' })
  completeTask(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, ID_ARGUMENT) id: string,
    @Arg('note', () => String, { nullable: true, description: 'What was done; 1,000 characters at most.' }) note:
      | string
      | null,
    @Arg('version', () => Int, VERSION_ARGUMENT) version: Version,
  ): Promise<TaskAnswer> {
    return completeTask(context, { id, version }, note);
  }

  @Action('tasks:direct')
  @Mutation(() => TaskAnswer, { description: 'Withdraws what was asked for, and says why.' })
  cancelTask(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, ID_ARGUMENT) id: string,
    @Arg('reason', () => String, { description: 'Why; 1,000 characters at most.' }) reason: string,
    @Arg('version', () => Int, VERSION_ARGUMENT) version: Version,
  ): Promise<TaskAnswer> {
    return cancelTask(context, { id, version }, reason);
  }

  @Action('tasks:direct')
  @Mutation(() => TaskAnswer, {
    description: 'Gives a task to a person, or to whoever has a role and takes it on first; they have yet to answer.',
  })
  reassignTask(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, ID_ARGUMENT) id: string,
    @Arg('ownerId', () => ID, { nullable: true, description: 'The person who is asked now. Null: a role is.' })
    ownerId: string | null,
    @Arg('ownerOrganizationId', () => ID, { nullable: true, description: 'Where whoever has `ownerRole` is asked.' })
    ownerOrganizationId: string | null,
    @Arg('ownerRole', () => RoleEnum, {
      nullable: true,
      description: 'The role that is asked now, at that organisation.',
    })
    ownerRole: Role | null,
    @Arg('version', () => Int, VERSION_ARGUMENT) version: Version,
  ): Promise<TaskAnswer> {
    return reassignTask(context, { id, version }, { ownerId, ownerOrganizationId, ownerRole });
  }

  @Action('tasks:answer')
  @Mutation(() => TaskAnswer, { description: 'Takes back what the viewer did to a task within the last ten seconds.' })
  undoTaskAnswer(@Ctx() context: RequestContext, @Arg('id', () => ID, ID_ARGUMENT) id: string): Promise<TaskAnswer> {
    return undoTaskAnswer(context, id);
  }
}
