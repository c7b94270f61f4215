/** HubSpot's answer to a card whose function failed, as its dev runner words it (docs/hubspot.md section 3). */
export type FailureBody = {
  readonly status: 'error';
  readonly message: string;
  readonly correlationId: string;
  readonly category?: string;
  readonly subCategory?: string;
  readonly errors?: readonly {
    readonly subCategory: string;
    readonly message: string;
    readonly context: Readonly<Record<string, readonly string[]>>;
  }[];
};

/**
 * The 400 of a function that failed, did not exist or took too long.
 *
 * @param uid - the function
 * @param logId - of the call
 * @param exception - what ended it
 */
export function functionFailureBody(uid: string, logId: string, exception: string): FailureBody {
  return {
    status: 'error',
    message: "There was a problem reaching the app's API. Contact the app developer for more information.",
    correlationId: logId,
    category: 'VALIDATION_ERROR',
    subCategory: 'GenXExecutionErrorType.APP_ERROR',
    errors: [
      {
        subCategory: 'ServerlessActionExecutionError.SERVERLESS_FUNCTION_ERROR',
        message: `The serverless function '${uid}' failed to execute: ${exception}.`,
        context: { exception: [exception], logId: [logId], appFunctionLogId: [logId], serverlessFunction: [uid] },
      },
    ],
  };
}

/** The 500 when HubSpot itself could not prepare the call, for one because the viewer may not see the record. */
export function internalErrorBody(logId: string): FailureBody {
  return { status: 'error', message: 'internal error', correlationId: logId };
}
