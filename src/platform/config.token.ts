import { Inject } from '@nestjs/common';

export const CONFIG = Symbol('config');
/** The checked settings of the program. */
export const InjectConfig = () => Inject(CONFIG);
