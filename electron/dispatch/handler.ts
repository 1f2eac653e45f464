export * from '../procedures/handler.ts';
