import { getMetadataStorage } from 'class-validator';

const storage = getMetadataStorage();
const search = storage.getTargetValidationMetadatas.bind(storage);
const found = new Map<unknown, ReturnType<typeof search>>();

// class-validator goes through every class of the program to find the rules of one, at each request. No class of ours
// has rules for some groups only and none changes after it is declared: the class alone decides.
storage.getTargetValidationMetadatas = (target, ...rest) => {
  const rules = found.get(target) ?? search(target, ...rest);
  found.set(target, rules);
  return rules;
};
