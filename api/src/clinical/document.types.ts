import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#api/graphql/scalars.ts';
import { RecordedStateEnum, RowSource, Source, type RecordedState } from '#api/graphql/shared.types.ts';

@ObjectType({ description: 'A letter, report or other document.' })
export class DocumentItem {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Kind of document, such as discharge summary. Null: not recorded.',
  })
  type!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was written. Null: not recorded.' })
  at!: string | null;

  @Field(() => String, { nullable: true, description: 'Who wrote it. Null: not recorded.' })
  author!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Media type of the original, such as text/plain. Null: not recorded.',
  })
  contentType!: string | null;

  @Field(() => Int, { nullable: true, description: 'Size of the original in bytes. Null: not recorded.' })
  sizeBytes!: number | null;

  @Field(() => String, { nullable: true, description: 'Body as plain text. Null: there is none, or it is not text.' })
  text!: string | null;

  @Field(() => RowSource, { description: 'Where this document came from.' })
  source!: RowSource;
}

@ObjectType({ description: 'Letters, reports and other documents.' })
export class DocumentList {
  @Field(() => RecordedStateEnum, { description: 'What an empty list means.' })
  state!: RecordedState;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Latest change in a source. Null: no source said.' })
  asOf!: string | null;

  @Field(() => [Source], { description: 'Feeds that the documents came from.' })
  sources!: Source[];

  @Field(() => [DocumentItem], { description: 'Documents, the most recent first.' })
  items!: DocumentItem[];
}
